//! The service worker, by which browsers keep the shop for times without a network, and
//! the one that takes it away again.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;

use super::{REVALIDATE, Storefront, files, template};
use crate::catalog::encoding::Encoding;

/// Where it is; from the root it sees every page.
pub const PATH: &str = "/sw.js";
/// The one that takes itself away. It does not come from the build, so that it is sent
/// whatever that holds.
const FAREWELL: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/sw.js"));
/// It fetches, and nothing else.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; connect-src 'self'");

/// The worker; `None` where the build has none.
pub async fn respond(
    storefront: &Storefront,
    encoding: Encoding,
    known: Option<&HeaderValue>,
) -> Option<Response> {
    if !storefront.has_worker {
        return Some(farewell(known));
    }
    let mut response = storefront.files.respond(PATH, encoding, known).await?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
    Some(response)
}

fn farewell(known: Option<&HeaderValue>) -> Response {
    let etag = files::etag(FAREWELL.as_bytes());
    let status = if known == Some(&etag) { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    let script = HeaderValue::from_static("text/javascript; charset=utf-8");
    let headers = HeaderMap::from_iter([
        REVALIDATE,
        (header::CONTENT_TYPE, script),
        (header::ETAG, etag),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ]);
    let body = if status == StatusCode::OK { FAREWELL } else { "" };
    (status, headers, body).into_response()
}

/// The page without the tag by which the app finds the worker.
pub fn unnamed(html: &[u8]) -> Bytes {
    let names_it =
        |tag: &str| tag.contains("name=service-worker") || tag.contains("name=\"service-worker\"");
    template::without(&String::from_utf8_lossy(html), "<meta", ">", names_it).into()
}
