//! What the server has written, until the app takes it over.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::js_sys::{Array, Reflect};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// The page that the server has written.
const PAGE: &str = "#page > [data-written]";
/// Where the boot snippet of `index.html` keeps the buttons that were pressed before
/// the app was there.
const PRESSED: &str = "__pressed";

thread_local! {
    /// Whether the page that the server has written is still to be taken over.
    static IS_THERE: Cell<bool> = const { Cell::new(false) };
}

/// Whether the document holds a page that the server has written.
pub fn is_there() -> bool {
    page().is_some()
}

fn page() -> Option<Element> {
    document().query_selector(PAGE).ok().flatten()
}

/// Notes whether the document holds a first screen in this language.
pub fn find(language: &str) -> bool {
    let html = document().document_element();
    let marked = html.and_then(|html| html.get_attribute("data-first-screen"));
    let found = marked.as_deref() == Some(language);
    let is_whole = is_there();
    IS_THERE.set(found && is_whole);
    if found && !is_whole {
        // An error, which the app tells in its own words.
        super::empty("#page");
    }
    found
}

/// Whether the page that the server has written still waits for the app.
pub fn is_waiting() -> bool {
    IS_THERE.get()
}

/// The page that the server has written, once.
pub fn take() -> Option<Element> {
    if !IS_THERE.take() {
        return None;
    }
    page()
}

/// Takes the server's page out of the document, if it still waits: somebody has gone on
/// before the app had brought it to life.
pub fn leave() {
    if let Some(page) = take() {
        page.remove();
    }
}

/// The same where the app is no longer at the page of the address bar, which a click on
/// a link changes last.
pub fn leave_unless_at(path: &str) {
    if is_waiting() && window().location().pathname().is_ok_and(|here| here != path) {
        leave();
    }
}

/// Does `work`, which replaces what is in `place` by what looks the same, and keeps
/// the focus, what was typed, and what was pressed. While somebody types there, it
/// waits.
pub fn take_over(place: &HtmlElement, work: impl FnOnce() + 'static) {
    let active = document().active_element().filter(|active| place.contains(Some(active)));
    if active.as_ref().is_some_and(is_text_field) {
        let again = place.clone();
        let left = Closure::once_into_js(move || {
            // The focus may only move on to the next field.
            request_animation_frame(move || take_over(&again, work));
        });
        let options = web_sys::AddEventListenerOptions::new();
        options.set_once(true);
        // Adding a listener to an element cannot fail.
        let _ = place.add_event_listener_with_callback_and_add_event_listener_options(
            "focusout",
            left.unchecked_ref(),
            &options,
        );
        return;
    }
    let focus = active.and_then(|active| path(place, &active));
    let typed = typed(place);
    let pressed = pressed(place);
    work();
    for (path, done) in typed {
        do_again(place, &path, &done);
    }
    if let Some(element) = focus.and_then(|path| follow(place, &path)) {
        let _ = element.focus();
    }
    for button in pressed.iter().filter_map(|path| follow(place, path)) {
        button.click();
    }
}

fn is_text_field(element: &Element) -> bool {
    element.matches("textarea, input:not([type=checkbox], [type=radio])").unwrap_or(false)
}

/// The way from a place to an element in it, by the number of each child.
type Path = Vec<u32>;

fn path(place: &HtmlElement, element: &Element) -> Option<Path> {
    let mut path = Path::new();
    let place: &Element = place;
    let mut here = element.clone();
    while here != *place {
        let parent = here.parent_element()?;
        let children = parent.children();
        path.push((0..children.length()).find(|at| children.item(*at).as_ref() == Some(&here))?);
        here = parent;
    }
    path.reverse();
    Some(path)
}

fn follow(place: &HtmlElement, path: &Path) -> Option<HtmlElement> {
    let start: Element = place.clone().into();
    let found = path.iter().try_fold(start, |here, at| here.children().item(*at))?;
    found.dyn_into().ok()
}

/// What somebody has done to a field.
enum Done {
    Typed(String),
    Chosen(String),
    Switched,
}

/// Whether somebody has typed or chosen something in `place` before the app was there.
pub fn is_filled_in(place: &HtmlElement) -> bool {
    !typed(place).is_empty()
}

/// Fields that are no longer as the server has written them.
fn typed(place: &HtmlElement) -> Vec<(Path, Done)> {
    let Ok(fields) = place.query_selector_all("input, select") else { return Vec::new() };
    (0..fields.length())
        .filter_map(|at| {
            let field = fields.item(at)?.dyn_into::<Element>().ok()?;
            Some((path(place, &field)?, done(&field)?))
        })
        .collect()
}

fn done(field: &Element) -> Option<Done> {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        let value = input.value();
        return if input.checked() != input.default_checked() {
            Some(Done::Switched)
        } else {
            (value != input.default_value()).then_some(Done::Typed(value))
        };
    }
    let select = field.dyn_ref::<HtmlSelectElement>()?;
    let written = select.query_selector("option[selected]").ok()??.get_attribute("value");
    let value = select.value();
    (Some(&value) != written.as_ref()).then_some(Done::Chosen(value))
}

fn do_again(place: &HtmlElement, path: &Path, done: &Done) {
    let Some(field) = follow(place, path) else { return };
    match (done, field.dyn_ref::<HtmlInputElement>(), field.dyn_ref::<HtmlSelectElement>()) {
        (Done::Switched, Some(input), _) => input.click(),
        (Done::Typed(value), Some(input), _) => {
            input.set_value(value);
            tell(&field, "input");
        }
        (Done::Chosen(value), _, Some(select)) => {
            select.set_value(value);
            tell(&field, "change");
        }
        _ => {}
    }
}

fn tell(field: &HtmlElement, event: &str) {
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(event, &bubbles) {
        // It fails only for an event that is under way.
        let _ = field.dispatch_event(&event);
    }
}

/// Buttons in `place` that were pressed too early.
fn pressed(place: &HtmlElement) -> Vec<Path> {
    let Ok(kept) = Reflect::get(&window(), &PRESSED.into()) else { return Vec::new() };
    let Ok(kept) = kept.dyn_into::<Array>() else { return Vec::new() };
    kept.iter()
        .filter_map(|element| element.dyn_into::<Element>().ok())
        .filter(|element| place.contains(Some(element)))
        .filter_map(|element| path(place, &element))
        .collect()
}
