//! One page after another, in the same place.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::enliven::show;
use crate::browser::{self, first_screen};
use crate::reactive::effect;

/// Shows in `place` the page that `make` makes, behind what is there, and another one instead
/// of all that is there whenever what it reads changes. The one that is left goes from the
/// screen at once, and from the document when the next is drawn.
pub fn pages(place: HtmlElement, make: impl Fn() -> AnyView + 'static) {
    // What belongs to an effect is gone before that runs again.
    let all = Owner::new();
    let mut shown = None::<Owner>;
    effect(move || {
        let left = shown.take().map(|shown| {
            first_screen::leave();
            // It hears of nothing more, as the address may no longer be its own.
            shown.pause();
            (shown, browser::leave(&place))
        });
        let owner = all.child();
        let before = left.as_ref().and_then(|(_, left)| left.first());
        show(&place, before, owner.with(&make), &owner);
        if let Some((shown, left)) = left {
            browser::after_next_frame(move || {
                shown.cleanup();
                left.remove();
            });
        }
        shown = Some(owner);
    });
}
