//! The API as the pages that are rendered here read it: without the network.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use tower::ServiceExt;
use vitrine::api::{ApiError, ApiResult, Reply};
use vitrine::server::Backend;
use vitrine_i18n::Locale;

/// The most bytes of an answer from which a page is written.
const ANSWER_MAX: usize = 4 * 1024 * 1024;

/// The API of this process.
#[derive(Clone)]
pub struct InProcessApi(Arc<Router>);

impl InProcessApi {
    /// Served by this router.
    pub fn new(router: Router) -> Self {
        Self(Arc::new(router))
    }

    /// For rendering.
    pub fn backend(&self) -> Backend {
        let api = self.clone();
        Arc::new(move |path| {
            let api = api.clone();
            Box::pin(async move { api.get(&path).await })
        })
    }

    async fn get(&self, path: &str) -> ApiResult<Reply> {
        let router = Router::clone(&self.0);
        // A path that is none comes from a URL that is none.
        let request = Request::get(path)
            .header(header::ACCEPT, "application/json")
            .header(header::ACCEPT_LANGUAGE, Locale::default().tag())
            .body(Body::empty())
            .map_err(|_| ApiError::Network)?;
        let Ok(response) = router.oneshot(request).await;
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), ANSWER_MAX).await;
        let body = body.ok().and_then(|body| String::from_utf8(body.to_vec()).ok());
        body.map(|body| Reply { status, body }).ok_or(ApiError::Network)
    }
}
