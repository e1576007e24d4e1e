//! Uploads, with their progress.

use vitrine_contract::reviews::Upload;

use super::ApiResult;

/// What hears of an upload.
pub struct Watch {
    /// The part that is sent, 0 to 1.
    pub on_progress: Box<dyn Fn(f64)>,
    /// How it ended; not called when it was called off.
    pub on_end: Box<dyn Fn(ApiResult<Upload>)>,
}

/// An upload under way. Dropping it calls it off.
pub struct Sending {
    #[cfg(target_arch = "wasm32")]
    _request: request::Request,
}

/// `POST /api/uploads`. `fetch` tells no progress of what is sent, so this is
/// an `XMLHttpRequest`.
pub fn upload_photo(bytes: &web_sys::Blob, key: &str, watch: Watch) -> ApiResult<Sending> {
    #[cfg(target_arch = "wasm32")]
    {
        let request = request::Request::send(bytes, key, watch);
        request.map(|_request| Sending { _request }).map_err(|_| super::ApiError::Network)
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (bytes, key, watch.on_progress, watch.on_end);
        Err(super::ApiError::Network)
    }
}

#[cfg(target_arch = "wasm32")]
mod request {
    use wasm_bindgen::prelude::*;
    use web_sys::{Blob, ProgressEvent, XmlHttpRequest};

    use super::Watch;
    use crate::api::{ApiError, Method, Reply, decode::decode};

    /// After this the answer is taken for lost, in milliseconds.
    const TIMEOUT: u32 = 120_000;

    pub(super) struct Request {
        xhr: XmlHttpRequest,
        _progress: Closure<dyn Fn(ProgressEvent)>,
        _end: Closure<dyn Fn()>,
    }

    impl Request {
        pub(super) fn send(bytes: &Blob, key: &str, watch: Watch) -> Result<Self, JsValue> {
            let xhr = XmlHttpRequest::new()?;
            xhr.open_with_async(Method::Post.as_str(), "/api/uploads", true)?;
            xhr.set_timeout(TIMEOUT);
            xhr.set_request_header("Accept", "application/json")?;
            xhr.set_request_header("Content-Type", &bytes.type_())?;
            xhr.set_request_header(vitrine_contract::IDEMPOTENCY_KEY, key)?;
            let Watch { on_progress, on_end } = watch;
            let progress = Closure::<dyn Fn(_)>::new(move |event: ProgressEvent| {
                if event.length_computable() && event.total() > 0.0 {
                    on_progress(event.loaded() / event.total());
                }
            });
            let answered = xhr.clone();
            let end = Closure::<dyn Fn()>::new(move || {
                let status = answered.status().unwrap_or(0);
                let body = answered.response_text().ok().flatten().unwrap_or_default();
                on_end(match status {
                    0 => Err(ApiError::Network),
                    status => decode(&Reply { status, body }),
                });
            });
            xhr.upload()?.set_onprogress(Some(progress.as_ref().unchecked_ref()));
            xhr.set_onloadend(Some(end.as_ref().unchecked_ref()));
            xhr.send_with_opt_blob(Some(bytes))?;
            Ok(Self { xhr, _progress: progress, _end: end })
        }
    }

    impl Drop for Request {
        fn drop(&mut self) {
            self.xhr.set_onloadend(None);
            if let Ok(upload) = self.xhr.upload() {
                upload.set_onprogress(None);
            }
            // Without effect once the answer is here.
            let _ = self.xhr.abort();
        }
    }
}
