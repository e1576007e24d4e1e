use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::Bundles;
use crate::browser;
use crate::routes::{Page, Part};

/// The page's pictures go first.
const PICTURES_FIRST: Duration = Duration::from_secs(2);

/// Loads the till when the page's pictures are there and the browser is idle.
pub(super) fn till_soon(bundles: Bundles) {
    browser::after_load(move || {
        set_timeout(move || browser::when_idle(move || bundles.load(Part::Till)), PICTURES_FIRST);
    });
}

/// Loads the till before it is needed, when the browser has nothing else to do;
/// and any bundle as soon as somebody reaches for a link that leads into it.
pub fn prefetch_when_idle() {
    let bundles = Bundles::expect();
    Effect::new(move |_| {
        if !browser::saves_data() {
            till_soon(bundles);
        }
        let reach = move |event: &web_sys::Event| {
            if let Some(part) = browser::link_under(event).and_then(|path| Page::of(&path).part()) {
                bundles.load(part);
            }
        };
        let listeners = [
            window_event_listener(ev::pointerover, move |event| reach(&event)),
            window_event_listener(ev::touchstart, move |event| reach(&event)),
            window_event_listener(ev::focusin, move |event| reach(&event)),
        ];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    });
}
