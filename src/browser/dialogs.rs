//! What has to be seen above dialogs.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{Element, HtmlElement};

/// Brings a popover above everything else, into the open dialog if there is one.
pub fn raise(popover: &HtmlElement) {
    // Where a browser has no popovers, it stays what the style sheet makes of it.
    let _ = popover.hide_popover();
    // The shop never opens one dialog over another.
    let dialog = document().query_selector("dialog:modal").ok().flatten();
    if let Some(place) = dialog.or_else(|| document().body().map(Element::from))
        && popover.parent_element().as_ref() != Some(&place)
    {
        let _ = place.append_child(popover);
    }
    let _ = popover.show_popover();
}

/// What a dialog tells when it was opened or closed; the first is not known to
/// every browser.
const EVENTS: [&str; 2] = ["toggle", "close"];

/// Runs whenever a dialog was opened or closed, as long as the current owner lives.
pub fn on_dialog(run: impl Fn() + Copy + 'static) {
    // These events don't bubble, but every event passes the window on its way down.
    let heard = move |event: ev::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|element| element.tag_name() == "DIALOG") {
            run();
        }
    };
    let function = Closure::<dyn Fn(ev::Event)>::new(heard).into_js_value();
    for name in EVENTS {
        let function = function.unchecked_ref();
        // Adding a listener cannot fail.
        let _ = window().add_event_listener_with_callback_and_bool(name, function, true);
    }
    let function = StoredValue::new_local(function);
    on_cleanup(move || {
        for name in EVENTS {
            function.try_with_value(|function| {
                let function = function.unchecked_ref();
                window().remove_event_listener_with_callback_and_bool(name, function, true)
            });
        }
    });
}
