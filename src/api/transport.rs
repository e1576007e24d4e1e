use std::future::Future;
use std::pin::Pin;

use serde::de::DeserializeOwned;

use super::decode::{decode, problem};
use super::{ApiResult, Call, Read, Reply};

/// An answer to come. Boxed, since the code that waits is then the same for all.
pub type Answer<T> = Pin<Box<dyn Future<Output = ApiResult<T>> + Send>>;

/// Sends `call` and decodes the answer. Reads are repeated with back-off while
/// the error may pass; writes are not: their callers repeat them with the same
/// idempotency key.
pub fn send<T: DeserializeOwned + 'static>(call: Call) -> Answer<T> {
    let reply = carry(call);
    Box::pin(async move { decode(&reply.await?) })
}

/// Reads.
pub fn read<T: DeserializeOwned + 'static>(what: Read<T>) -> Answer<T> {
    send(Call::get(what.path))
}

/// What is found at a path, as it came; the caller decodes it.
pub fn fetch(path: String) -> Answer<Reply> {
    carry(Call::get(path))
}

/// Sends `call`, whose answer has no body that matters.
pub(super) fn send_empty(call: Call) -> Answer<()> {
    let reply = carry(call);
    Box::pin(async move {
        let reply = reply.await?;
        if (200..300).contains(&reply.status) { Ok(()) } else { Err(problem(&reply)) }
    })
}

#[cfg(target_arch = "wasm32")]
fn carry(call: Call) -> Answer<Reply> {
    Box::pin(send_wrapper::SendWrapper::new(browser::carry(call)))
}

/// A server knows what a page shows before it renders it, and does nothing else.
#[cfg(not(target_arch = "wasm32"))]
fn carry(_: Call) -> Answer<Reply> {
    Box::pin(async { Err(super::ApiError::Network) })
}

/// The answer from which the server has written the page, if it was for this path.
/// It is good once.
pub fn take_embedded(path: &str) -> Option<Reply> {
    #[cfg(target_arch = "wasm32")]
    {
        browser::take_embedded(path).map(|body| Reply { status: 200, body })
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = path;
        None
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::time::Duration;

    use gloo_net::http::{RequestBuilder, Response};
    use leptos::prelude::{document, set_timeout_with_handle};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;

    use super::super::{ApiError, ApiResult, Call, Method, Reply};

    /// Waits before the second, third and fourth try of a read, in milliseconds.
    const BACK_OFF: [u32; 3] = [300, 1_000, 3_000];
    /// After this an answer is taken for lost, in milliseconds.
    const TIMEOUT: u64 = 20_000;

    pub(super) async fn carry(call: Call) -> ApiResult<Reply> {
        let waits: &[u32] = if call.method == Method::Get { &BACK_OFF } else { &[] };
        let mut first = true;
        for wait in waits {
            match attempt(&call, std::mem::take(&mut first)).await {
                Ok(reply) if reply.status < 500 => return Ok(reply),
                // Offline, a retry can't help; the page offers one when it is back.
                Err(_) if !online() => return Err(ApiError::Network),
                _ => gloo_timers::future::TimeoutFuture::new(*wait).await,
            }
        }
        attempt(&call, first).await
    }

    async fn attempt(call: &Call, first: bool) -> ApiResult<Reply> {
        let early = if first && call.method == Method::Get { take_early(&call.path) } else { None };
        let response = match early {
            Some(promise) => match JsFuture::from(promise).await {
                Ok(response) => Response::from(response.unchecked_into::<web_sys::Response>()),
                Err(_) => fetch(call).await?,
            },
            None => fetch(call).await?,
        };
        let status = response.status();
        let body = response.text().await.map_err(|_| ApiError::Network)?;
        Ok(Reply { status, body })
    }

    async fn fetch(call: &Call) -> ApiResult<Response> {
        let controller = web_sys::AbortController::new().map_err(|_| ApiError::Network)?;
        let abort = controller.clone();
        let timer = set_timeout_with_handle(move || abort.abort(), Duration::from_millis(TIMEOUT));
        let mut request = RequestBuilder::new(&call.path)
            .method(call.method.as_str().parse().map_err(|_| ApiError::Network)?)
            .header("Accept", "application/json")
            .abort_signal(Some(&controller.signal()));
        for (name, value) in &call.headers {
            request = request.header(name, value);
        }
        let response = match &call.body {
            Some(body) => {
                request
                    .header("Content-Type", "application/json")
                    .body(body)
                    .map_err(|_| ApiError::Network)?
                    .send()
                    .await
            }
            None => request.send().await,
        };
        if let Ok(timer) = timer {
            timer.clear();
        }
        response.map_err(|_| ApiError::Network)
    }

    pub(super) fn take_embedded(path: &str) -> Option<String> {
        let script = document().query_selector("script[data-path]").ok()??;
        if script.get_attribute("data-path")? != path {
            return None;
        }
        script.remove();
        script.text_content()
    }

    /// The answer that the page's own snippet asked for before the Wasm was
    /// here, if it was for this path. It is good once.
    fn take_early(path: &str) -> Option<js_sys::Promise> {
        let key = JsValue::from_str("__early");
        let early = js_sys::Reflect::get(&js_sys::global(), &key).ok()?;
        if js_sys::Reflect::get(&early, &"path".into()).ok()?.as_string()? != path {
            return None;
        }
        js_sys::Reflect::set(&js_sys::global(), &key, &JsValue::NULL).ok()?;
        js_sys::Reflect::get(&early, &"response".into()).ok()?.dyn_into().ok()
    }

    fn online() -> bool {
        web_sys::window().is_none_or(|w| w.navigator().on_line())
    }
}
