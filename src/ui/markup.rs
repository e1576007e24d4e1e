//! Markup as text, for what never changes once it is shown.
//!
//! A view of Leptos is built node by node, each one a few calls from Wasm into the
//! browser. A picture, a price or the words of a tile have nothing to listen to: as
//! text the browser parses them in one go, and where the server has written them
//! nothing is left to do. `docs/adr/0008` tells what it saves.
//!
//! `maud` escapes whatever stands in `(parentheses)`.

use leptos::prelude::on_cleanup;
use leptos::tachys::renderer::dom::Dom;
use leptos::wasm_bindgen::{JsCast, JsValue};
use maud::PreEscaped;
pub use maud::{Markup, html};
use web_sys::{Element, Event};

/// Stands where a page's first screen ends. A server that has style for what is below, or
/// for the page that comes next, has it loaded here, so that what is above does not wait
/// for it.
pub const FOLD: &str = "<div class=\"live\" data-fold></div>";

/// [`FOLD`] as markup.
pub fn fold() -> Markup {
    PreEscaped(FOLD.to_owned())
}

/// Listens to an element of a text until the owner is cleaned up.
pub fn listen(element: &Element, event: &'static str, mut handle: impl FnMut(Event) + 'static) {
    let handle = move |event: JsValue| handle(event.unchecked_into());
    let listening = Dom::add_event_listener(element, event, Box::new(handle));
    // Dropped, it no longer listens.
    on_cleanup(move || drop(listening));
}

/// Which of the elements that match was pressed.
pub fn pressed(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}
