//! Refuses what no handler shall see: unsafe requests that another site's page
//! sends (CSRF), beside the cookies' `SameSite=Lax`, and addresses with U+0000.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use vitrine_contract::ProblemCode;

use crate::error::AppError;

/// Lets a request pass that is safe, comes from our own pages, from no page at
/// all, or from a machine to a webhook, which is signed.
pub async fn same_site(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let webhook = request.uri().path().starts_with("/api/webhooks/");
    if safe || webhook || is_own(request.headers()) {
        return next.run(request).await;
    }
    AppError::new(ProblemCode::Forbidden)
        .detail("another site's page may not send this")
        .into_response()
}

/// Refuses U+0000 in an address of the API: no name has it, and PostgreSQL
/// takes no text with it.
pub async fn no_nul(request: Request, next: Next) -> Response {
    let uri = request.uri();
    if uri.path().contains("%00") || uri.query().is_some_and(|query| query.contains("%00")) {
        return AppError::new(ProblemCode::MalformedRequest)
            .detail("U+0000 is not allowed in an address")
            .into_response();
    }
    next.run(request).await
}

/// Browsers tell by `Sec-Fetch-Site`, older ones by `Origin`; other clients send neither.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|v| v.to_str().unwrap_or("?"));
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN) else { return true };
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    // A proxy in front (trunk serve, say) names the host that the browser asked for.
    let asked = text(header::HeaderName::from_static("x-forwarded-host")).or(text(header::HOST));
    !host.is_empty() && asked == Some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(pairs: &[(&'static str, &'static str)]) -> bool {
        is_own(&pairs.iter().map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap())).collect())
    }

    #[test]
    fn only_our_own_pages_and_no_pages_at_all() {
        assert!(own(&[]));
        assert!(own(&[("sec-fetch-site", "same-origin")]));
        assert!(!own(&[("sec-fetch-site", "cross-site")]));
        assert!(!own(&[("sec-fetch-site", "same-site")]));
        assert!(own(&[("origin", "http://shop.test:8787"), ("host", "shop.test:8787")]));
        assert!(!own(&[("origin", "http://evil.test"), ("host", "shop.test:8787")]));
        assert!(!own(&[("origin", "null"), ("host", "shop.test")]));
    }
}
