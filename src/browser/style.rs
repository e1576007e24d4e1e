//! What the style sheets make of the document now, for the gallery.

use leptos::prelude::*;

/// Told by the script of `cargo xtask serve` after a sheet was replaced.
const SHEET_REPLACED: &str = "vitrine-style";

/// The value of a custom property on the document, as the browser computes it.
pub fn style_value(name: &str) -> Option<String> {
    let style = window().get_computed_style(&document().document_element()?).ok()??;
    style.get_property_value(name).ok().map(|value| value.trim().to_owned())
}

/// Runs after a sheet was replaced, or a switch of the page was turned, as long as the
/// current owner lives.
pub fn on_style_change(run: impl Fn() + Copy + 'static) {
    let soon = move || request_animation_frame(run);
    let handles =
        [SHEET_REPLACED, "change"].map(|name| window_event_listener_untyped(name, move |_| soon()));
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
}
