//! What only a browser can do. Nothing here is called while rendering: only
//! from effects and event handlers.

mod dialogs;
pub mod first_screen;
pub mod images;
#[cfg(target_arch = "wasm32")]
mod leaving;
mod live;
mod near;
mod offline;
#[cfg(all(feature = "split", target_arch = "wasm32"))]
mod part_style;
mod release;
mod scroll;
mod seen_tile;
#[cfg(debug_assertions)]
mod style;
mod view_transition;

pub use dialogs::{on_dialog, raise};
#[cfg(target_arch = "wasm32")]
pub use leaving::leave;
pub use live::{Listener, LiveState, follow_events};
pub use near::when_near;
pub use offline::{forget_seen, keep_shop};
#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub use part_style::{keep_styles_of, load_styles};
pub use release::{
    Reached, after_load, has_stored, named, prefetch, reached, release_is_gone, reload, saves_data,
    when_idle,
};
pub use scroll::{
    follow_returns, follow_scroll, is_returning, restore_scroll, show_address, show_in_row,
};
pub use seen_tile::{SeenTile, seen_tile, stand_in_soon, take_seen_tile};
#[cfg(debug_assertions)]
pub use style::{on_style_change, style_value};
pub use view_transition::{bring_picture, follow_pictures};

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::js_sys::Reflect;

/// Asks for the style of what is shown while something is waited for, which a page that
/// the server has written does not have. Whoever moves on does not wait for it.
pub fn load_waiting_style() {
    load_style_soon("waiting");
}

/// Asks for a part's style sheet before it is needed.
pub fn load_style_soon(part: &'static str) {
    #[cfg(all(feature = "split", target_arch = "wasm32"))]
    {
        let style = load_styles(&[part]);
        // What could not be had is asked for again with the next bundle.
        wasm_bindgen_futures::spawn_local(async { drop(style.await) });
    }
    #[cfg(not(all(feature = "split", target_arch = "wasm32")))]
    let _ = part;
}

/// The language that was chosen, for a server. The boot snippet of `index.html`
/// writes it, too.
pub const LANGUAGE_COOKIE: &str = "vitrine_locale";

/// A page's title. The focus goes there on a new page, which reads it out.
pub const PAGE_TITLE: &str = "#page-title";

/// Puts a text into the clipboard. Returns whether the browser has let us.
pub async fn copy(text: &str) -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        // Only pages that came over a secure connection have a clipboard.
        let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
        let Ok(clipboard) = clipboard.map(web_sys::Clipboard::from) else { return false };
        if clipboard.is_undefined() {
            return false;
        }
        wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text)).await.is_ok()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = text;
        false
    }
}

/// Sets or clears the document's theme.
pub fn show_theme(theme: Option<&'static str>) {
    mark_document("data-theme", theme);
}

/// Sets or takes away an attribute of the document that style sheets look at.
pub fn mark_document(name: &str, value: Option<&str>) {
    let Some(html) = document().document_element() else { return };
    // The same value once more would have the browser restyle the whole page.
    if html.get_attribute(name).as_deref() != value {
        // Setting an attribute with a valid name cannot fail.
        let _ = match value {
            Some(value) => html.set_attribute(name, value),
            None => html.remove_attribute(name),
        };
    }
}

/// Takes the first element that matches out of the document.
pub fn remove(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.remove();
    }
}

/// Empties the first element that matches.
pub fn empty(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.set_text_content(None);
    }
}

/// Names the language of the document.
pub fn show_language(tag: &str) {
    mark_document("lang", Some(tag));
}

/// Tells the server the language of later pages.
pub fn remember_language(tag: &str) {
    let cookie = format!("{LANGUAGE_COOKIE}={tag}; path=/; max-age=31536000; samesite=lax");
    // A browser that keeps no cookies has the language from its storage, a moment later.
    let _ = Reflect::set(&document(), &"cookie".into(), &cookie.into());
}

/// Moves the focus to the first element that matches, without scrolling to it.
pub fn focus(selector: &str) {
    let element = document().query_selector(selector).ok().flatten();
    if let Some(element) = element.and_then(|e| e.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Takes the focus from the element that matches.
pub fn blur(selector: &str) {
    let element = document().query_selector(selector).ok().flatten();
    if let Some(element) = element.and_then(|e| e.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        // It does not fail where there is nothing to take.
        let _ = element.blur();
    }
}

/// How long a page's data may take until nobody waits for its title any more, in
/// milliseconds.
const FOCUS_PATIENCE: f64 = 10_000.0;

/// Moves the focus to the page's title as soon as there is one, unless somebody
/// has moved it meanwhile.
pub fn focus_title() {
    focus_title_from(document().active_element(), now() + FOCUS_PATIENCE);
}

fn focus_title_from(start: Option<web_sys::Element>, deadline: f64) {
    // The page renders after this, and is shown before its title is looked for: whatever has
    // the focus has to be styled first.
    request_animation_frame(move || {
        request_animation_frame(move || {
            focus(PAGE_TITLE);
            let here = document().active_element();
            let unmoved = here == start || here == document().body().map(Into::into);
            if unmoved && !has_focus(PAGE_TITLE) && now() < deadline {
                focus_title_from(start, deadline);
            }
        });
    });
}

/// Does it when what has changed so far is on the screen.
pub fn after_next_frame(work: impl FnOnce() + 'static) {
    // The frame is drawn when its callbacks are through.
    request_animation_frame(move || set_timeout(work, Duration::ZERO));
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |p| p.now())
}

/// Whether the first element that matches has the focus.
pub fn has_focus(selector: &str) -> bool {
    let element = document().query_selector(selector).ok().flatten();
    element.is_some() && element == document().active_element()
}

/// Moves the focus to the first element that matches, and brings it into
/// sight: the first field with a fault.
pub fn focus_in_view(selector: &str) {
    focus(selector);
    show(selector);
}

/// Where the first links that match and are on the screen lead.
pub fn in_sight(selector: &str, most: usize) -> Vec<String> {
    let Ok(links) = document().query_selector_all(selector) else { return Vec::new() };
    let bottom = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    (0..links.length())
        .filter_map(|at| links.item(at)?.dyn_into::<web_sys::Element>().ok())
        .filter(|link| {
            let place = link.get_bounding_client_rect();
            place.height() > 0.0 && place.top() < bottom && place.bottom() > 0.0
        })
        .filter_map(|link| link.get_attribute("href"))
        .take(most)
        .collect()
}

/// Brings the first element that matches into sight.
pub fn show(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.scroll_into_view();
    }
}
