//! One tab at a time, by the browser's Web Locks.

use std::future::Future;

/// Runs `work` while no other tab of this browser holds the lock `name`. A
/// browser without Web Locks just runs it: the idempotency key alone keeps a
/// purchase from happening twice.
#[cfg(target_arch = "wasm32")]
pub(super) async fn alone(name: &str, work: impl Future<Output = ()> + 'static) {
    use js_sys::{Function, Promise, Reflect};
    use wasm_bindgen::prelude::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, future_to_promise};

    let Some((locks, request)) = web_sys::window().and_then(|window| {
        let locks = Reflect::get(&window.navigator(), &"locks".into()).ok()?;
        let request = Reflect::get(&locks, &"request".into()).ok()?;
        Some((locks, request.dyn_into::<Function>().ok()?))
    }) else {
        return work.await;
    };
    let granted = Closure::once_into_js(move |_: JsValue| -> Promise {
        future_to_promise(async move {
            work.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let done = request
        .call2(&locks, &name.into(), &granted)
        .ok()
        .and_then(|done| done.dyn_into::<Promise>().ok());
    if let Some(done) = done {
        let _ = JsFuture::from(done).await;
    }
}

/// A server sends no purchase.
#[cfg(not(target_arch = "wasm32"))]
pub(super) async fn alone(_: &str, work: impl Future<Output = ()> + 'static) {
    work.await;
}

/// Waits.
#[cfg(target_arch = "wasm32")]
pub(super) async fn pause(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}

/// A server sends no purchase.
#[cfg(not(target_arch = "wasm32"))]
pub(super) async fn pause(_: u32) {}
