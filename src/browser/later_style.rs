//! The style of the later bundles, which a release leaves out of its page.

use std::cell::RefCell;

use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;
use web_sys::js_sys::Promise;

use super::release::{add_link, named};

/// A sheet's link, and what it promises: to be loaded.
type Sheet = (HtmlElement, Promise);

thread_local! {
    /// The sheet that was last asked for; one that could not be loaded has left the page.
    static ASKED_FOR: RefCell<Option<Sheet>> = const { RefCell::new(None) };
}

/// Asks for the style sheet that the page names for later, at once and only once. The
/// answer comes when the sheet is in effect; after an error it may be asked for again. A
/// page that names none has all its style from the start.
pub fn load_later_style() -> impl Future<Output = Result<(), JsValue>> {
    let asked_for = named("later-style").map(|file| {
        // Heard from here on: a failure that nobody hears is reported to the console.
        sheet(&file).map(|(link, loaded)| (link, JsFuture::from(loaded)))
    });
    async {
        let Some((link, loaded)) = asked_for.transpose()? else { return Ok(()) };
        let loaded = loaded.await;
        if loaded.is_err() {
            link.remove();
        }
        loaded.map(drop)
    }
}

/// The sheet that is in the page, or a new one.
fn sheet(file: &str) -> Result<Sheet, JsValue> {
    let kept = ASKED_FOR.with_borrow(Clone::clone);
    if let Some(kept) = kept.filter(|(link, _)| link.is_connected()) {
        return Ok(kept);
    }
    let link: HtmlElement = add_link(file, &[("rel", "stylesheet")])?.unchecked_into();
    // Heard in time: neither event can come before this task is over.
    let loaded = Promise::new(&mut |loaded, failed| {
        link.set_onload(Some(&loaded));
        link.set_onerror(Some(&failed));
    });
    let sheet = (link, loaded);
    ASKED_FOR.set(Some(sheet.clone()));
    Ok(sheet)
}
