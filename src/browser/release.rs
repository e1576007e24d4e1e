//! The release that this page came from, and the best moment to load more of it.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::Element;

/// Reloads the page.
pub fn reload() {
    // It fails only where there is no page.
    let _ = window().location().reload();
}

/// Whether the server no longer has this release's script.
pub async fn release_is_gone() -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        use gloo_net::http::{Method, RequestBuilder};
        let files = named("app").unwrap_or_default();
        let Some(script) = files.split(' ').next().filter(|file| !file.is_empty()) else {
            return false;
        };
        let question =
            RequestBuilder::new(script).method(Method::HEAD).cache(web_sys::RequestCache::NoStore);
        question.send().await.is_ok_and(|response| response.status() == 404)
    }
    #[cfg(not(target_arch = "wasm32"))]
    false
}

/// Whether the shopper has asked for little traffic.
pub fn saves_data() -> bool {
    get_property(&window().navigator(), "connection")
        .and_then(|connection| get_property(&connection, "saveData"))
        .is_ok_and(|wish| wish.is_truthy())
}

pub(super) fn get_property(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    web_sys::js_sys::Reflect::get(of, &name.into())
}

/// What a release's page says under a name; a build in one piece says nothing.
pub fn named(name: &str) -> Option<String> {
    Some(named_by(name)?.1)
}

/// The tag of a release's page with this name, and what it says.
pub(super) fn named_by(name: &str) -> Option<(Element, String)> {
    let meta = document().query_selector(&format!("meta[name={name}]")).ok()??;
    let content = meta.get_attribute("content")?;
    Some((meta, content))
}

/// Whether a list that is stored under this key has something in it.
pub fn has_stored(key: &str) -> bool {
    let stored = window().local_storage().ok().flatten();
    let text = stored.and_then(|stored| stored.get_item(key).ok().flatten());
    text.is_some_and(|text| text.len() > "[]".len())
}

/// Runs when the page with its pictures is loaded, at once if it is.
pub fn after_load(run: impl Fn() + Clone + 'static) {
    if get_property(&document(), "readyState").is_ok_and(|state| state == "complete") {
        run();
    } else {
        window_event_listener(ev::load, move |_| run());
    }
}

/// Runs when the browser has nothing else to do; where it can't tell, now.
pub fn when_idle(run: impl Fn() + Clone + 'static) {
    if request_idle_callback_with_handle(run.clone()).is_err() {
        run();
    }
}

/// What a pointer, a finger or the focus has come to.
pub enum Reached {
    /// A link to this path, with its query.
    Link(String),
    /// A button, or anything in a form or among the reviews.
    Button,
}

/// The link or the button that an event happened in.
pub fn reached(event: &web_sys::Event) -> Option<Reached> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let found = element.closest("#reviews, main button, main form, a[href^='/']").ok()??;
    Some(match found.get_attribute("href").filter(|_| found.closest("#reviews") == Ok(None)) {
        Some(href) => Reached::Link(href),
        None => Reached::Button,
    })
}

/// Fetches a file before it is needed.
pub fn prefetch(file: &str, kind: &'static str) {
    // A file that is not fetched now is fetched when it is needed.
    let _ = link_to(file, &[("rel", "prefetch"), ("as", kind)])
        .and_then(|link| document().head().ok_or(JsValue::NULL)?.append_child(&link));
}

/// A link to a file, with further attributes.
pub(super) fn link_to(file: &str, attributes: &[(&str, &str)]) -> Result<Element, JsValue> {
    let link = document().create_element("link")?;
    for (name, value) in attributes.iter().chain(&[("crossorigin", "anonymous"), ("href", file)]) {
        link.set_attribute(name, value)?;
    }
    Ok(link)
}
