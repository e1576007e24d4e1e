//! The style of a part of the shop, which a release leaves out of pages that can do
//! without it.

use std::cell::RefCell;

use leptos::prelude::document;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Promise;
use web_sys::{Element, HtmlElement};

use super::release::{get_property, link_to, named_by};

/// A sheet's link, and what it promises: to be loaded.
type Sheet = (HtmlElement, Promise);

thread_local! {
    /// The sheets that were asked for; one that could not be loaded has left the page.
    static ASKED_FOR: RefCell<Vec<Sheet>> = const { RefCell::new(Vec::new()) };
}

/// Asks for the style sheets of these parts, at once and each only once. The answer comes
/// when they are in effect; after an error they may be asked for again. What the page
/// names no sheet for, or has with it, is there from the start.
pub fn load_styles(parts: &[&str]) -> impl Future<Output = Result<(), JsValue>> + use<> {
    let asked_for: Vec<_> = parts
        .iter()
        .filter_map(|part| sheet(part).transpose())
        // Heard from here on: a failure that nobody hears is reported to the console.
        .map(|sheet| sheet.map(|(link, loaded)| (link, JsFuture::from(loaded))))
        .collect();
    async {
        for sheet in asked_for {
            let (link, loaded) = sheet?;
            if let Err(error) = loaded.await {
                link.remove();
                return Err(error);
            }
        }
        Ok(())
    }
}

/// Keeps the sheets that a page has loaded where it needed them, when it is left: at the
/// place of those that the app loads.
pub fn keep_styles_of(page: &Element) {
    let Ok(Some(link)) = page.query_selector("link[data-part]") else { return };
    let part = link.get_attribute("data-part").unwrap_or_default();
    if let Some((tag, _)) = named_by(&format!("style-{part}")) {
        // A tag of the document has a place behind it.
        let _ = tag.after_with_node_1(&link);
    }
}

/// The sheet that was asked for, or a new one behind the tag that names it, so that the
/// order of all sheets is that of every build. What the page itself has loaded is known by
/// its mark, but may have been lost.
fn sheet(part: &str) -> Result<Option<Sheet>, JsValue> {
    let document = document();
    let with_page = document.query_selector(&format!("[data-part={part}]"))?;
    let in_effect = |element: Element| get_property(&element, "sheet").is_ok_and(|s| s.is_truthy());
    if with_page.is_some_and(in_effect) {
        return Ok(None);
    }
    let Some((tag, file)) = named_by(&format!("style-{part}")) else { return Ok(None) };
    let is_it = |link: &HtmlElement| link.get_attribute("href").as_ref() == Some(&file);
    let kept = ASKED_FOR.with_borrow_mut(|sheets| {
        sheets.retain(|(link, _)| link.is_connected());
        sheets.iter().find(|(link, _)| is_it(link)).cloned()
    });
    if kept.is_some() {
        return Ok(kept);
    }
    let link: HtmlElement = link_to(&file, &[("rel", "stylesheet")])?.unchecked_into();
    // Heard in time: neither event can come before this task is over.
    let loaded = Promise::new(&mut |loaded, failed| {
        link.set_onload(Some(&loaded));
        link.set_onerror(Some(&failed));
    });
    tag.after_with_node_1(&link)?;
    let sheet = (link, loaded);
    ASKED_FOR.with_borrow_mut(|sheets| sheets.push(sheet.clone()));
    Ok(Some(sheet))
}
