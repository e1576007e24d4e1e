//! Headers that every answer carries.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// Names a request in logs and answers.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Tells search engines what to do with an answer.
pub const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// Unless the route said otherwise: not sniffed, not framed, and no address
/// with its query told to other sites.
pub async fn everywhere(mut response: Response) -> Response {
    let headers = response.headers_mut();
    default(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(headers, header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    default(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    default(headers, header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    response
}

/// Answers of the API are personal unless the route says otherwise, and no pages that
/// a search should find.
pub async fn api(mut response: Response) -> Response {
    default(response.headers_mut(), header::CACHE_CONTROL, "private, no-store");
    default(response.headers_mut(), ROBOTS, "noindex");
    response
}

fn default(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}

/// Keeps a proxy's id of the request, or gives it one.
pub async fn request_id(mut request: Request, next: Next) -> Response {
    let sane = |v: &&HeaderValue| v.len() <= 64 && v.to_str().is_ok();
    let id = request
        .headers()
        .get(REQUEST_ID)
        .filter(sane)
        .cloned()
        .or_else(|| HeaderValue::from_str(&uuid::Uuid::now_v7().simple().to_string()).ok());
    if let Some(id) = &id {
        request.headers_mut().insert(REQUEST_ID, id.clone());
    }
    let mut response = next.run(request).await;
    if let Some(id) = id {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}
