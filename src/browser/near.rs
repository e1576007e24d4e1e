use std::cell::Cell;
use std::rc::Rc;

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::js_sys::Array;
use web_sys::{
    AddEventListenerOptions, Element, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit,
};

/// How far around the screen is near: as far as the screen is high.
const NEAR: &str = "100% 0%";

/// Does `work` once `element`, which needs a box of its own, is on the screen or near it,
/// or somebody has made a choice in it, however they got there.
pub fn when_near(element: &Element, work: impl FnOnce() + 'static) {
    let work = Rc::new(Cell::new(Some(work)));
    let chosen = {
        let work = work.clone();
        Closure::once_into_js(move || {
            if let Some(work) = work.take() {
                work();
            }
        })
    };
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    // Adding a listener to an element cannot fail.
    let _ = element.add_event_listener_with_callback_and_add_event_listener_options(
        "change",
        chosen.unchecked_ref(),
        &once,
    );
    let seen = Closure::<dyn FnMut(Array, IntersectionObserver)>::new(
        move |entries: Array, observer: IntersectionObserver| {
            let mut entries =
                entries.iter().map(|e| e.unchecked_into::<IntersectionObserverEntry>());
            if entries.any(|entry| entry.is_intersecting()) {
                observer.disconnect();
                if let Some(work) = work.take() {
                    work();
                }
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    // The browser keeps the closure for as long as it observes.
    let seen = seen.into_js_value();
    if let Ok(observer) = IntersectionObserver::new_with_options(seen.unchecked_ref(), &options) {
        observer.observe(element);
    }
}
