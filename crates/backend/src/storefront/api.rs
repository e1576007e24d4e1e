//! The API as the pages that are rendered here read it: without the network.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use tower::ServiceExt;
use vitrine::api::{ApiError, ApiResult, Call, InProcess, Reply};
use vitrine_i18n::Locale;

/// The most bytes of an answer from which a page is written.
const ANSWER_MAX: usize = 4 * 1024 * 1024;

/// The API of this process.
#[derive(Clone)]
pub struct InProcessApi(Arc<Router>);

/// What a page has read, by path: it goes with the page, so that the browser does
/// not ask again.
pub type Answers = Arc<Mutex<Vec<(String, String)>>>;

impl InProcessApi {
    /// Served by this router.
    pub fn new(router: Router) -> Self {
        Self(Arc::new(router))
    }

    /// For rendering one page; what it reads is kept in `answers`.
    pub fn for_page(&self, answers: &Answers) -> InProcess {
        let (api, answers) = (self.clone(), answers.clone());
        InProcess(Arc::new(move |call: Call| {
            let (api, answers) = (api.clone(), answers.clone());
            Box::pin(async move {
                let reply = api.get(&call.path).await?;
                if reply.status == 200 {
                    let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
                    answers.push((call.path, reply.body.clone()));
                }
                Ok(reply)
            })
        }))
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
