//! What crawlers ask for first: what they may read, and what there is.

mod goods;
mod robots;
mod sitemap;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;

use super::origin::Origin;
use crate::catalog::encoding::{self, Encoding};
use crate::error::AppResult;
use crate::state::AppState;

/// They come often, and need nothing newer.
const CACHE_CONTROL: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// `robots.txt` or a sitemap; `None` for any other file.
pub async fn respond(
    state: &AppState,
    path: &str,
    origin: Option<&Origin>,
    encoding: Encoding,
) -> AppResult<Option<Response>> {
    if path == "/robots.txt" {
        return Ok(Some(text("text/plain; charset=utf-8", robots::text(origin))));
    }
    // Its addresses are absolute ones.
    let Some((file, origin)) = sitemap::File::of(path).zip(origin) else { return Ok(None) };
    let Some(xml) = sitemap::write(&state.db.read, file, origin).await? else { return Ok(None) };
    // A file of ten thousand addresses is a megabyte, of which a twentieth remains.
    let Some(body) = encoding::encode(xml.into(), encoding).await else { return Ok(None) };
    let mut response = text("application/xml", body);
    if let Some(name) = encoding.name() {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    Ok(Some(response))
}

fn text(kind: &'static str, body: impl Into<Bytes>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, CACHE_CONTROL),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    (headers, body.into()).into_response()
}
