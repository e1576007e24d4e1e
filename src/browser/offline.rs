//! What this browser keeps of the shop for times without a network: a service worker
//! does it, `xtask/src/storefront/worker.js`.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Function, Promise};

use super::release::{get_property, named};

/// What was looked at, by the names that the worker gives it.
const SEEN: [&str; 2] = ["vitrine-seen-answers", "vitrine-seen-pictures"];

/// Has the shop kept, where the page names a worker for it.
pub fn keep_shop() {
    if let Some(worker) = named("service-worker") {
        ask(&window().navigator(), "serviceWorker", "register", &worker);
    }
}

/// Forgets what was looked at on this device.
pub fn forget_seen() {
    for cache in SEEN {
        ask(&window(), "caches", "delete", cache);
    }
}

/// Calls `of.part.method(argument)`, which promises something that nobody waits for.
/// Pages that came over no secure connection lack both parts, and some browsers keep
/// nothing: they have the shop from the network.
fn ask(of: &JsValue, part: &str, method: &str, argument: &str) {
    let promise = get_property(of, part).and_then(|part| {
        let method: Function = get_property(&part, method)?.dyn_into()?;
        method.call1(&part, &argument.into())?.dyn_into::<Promise>()
    });
    #[cfg(target_arch = "wasm32")]
    if let Ok(promise) = promise {
        // Waited for only so that its failure is nobody's surprise.
        leptos::task::spawn_local(async {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
    #[cfg(not(target_arch = "wasm32"))]
    drop(promise);
}
