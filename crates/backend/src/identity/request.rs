//! An unsafe request as it came, to be carried out once.

use axum::extract::{FromRequest, OriginalUri, Request};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use bytes::Bytes;
use sea_orm::DatabaseTransaction;
use serde::de::DeserializeOwned;
use vitrine_contract::ProblemCode;

use crate::error::{AppError, AppResult};
use crate::extract::{from_json, is_json, read_body};
use crate::idempotency::{self, Answer, Begun};
use crate::state::AppState;

/// An unsafe request: its headers, and its body unread.
pub struct Unsafe {
    /// Headers.
    pub headers: HeaderMap,
    route: String,
    body: Bytes,
}

impl Unsafe {
    /// The body as JSON. Bad JSON: 400; a wrong field: 422 with its path.
    pub fn json<T: DeserializeOwned>(&self) -> AppResult<T> {
        if !is_json(&self.headers) {
            return Err(AppError::new(ProblemCode::UnsupportedMediaType)
                .detail("the body must be application/json"));
        }
        from_json(&self.body)
    }

    /// The body as it came.
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// Refuses unless `If-Match` names the thing's current version: 428 without
    /// the header, 412 when somebody changed it meanwhile.
    pub fn check_version(&self, current: i32) -> AppResult<()> {
        let Some(value) = self.headers.get(header::IF_MATCH) else {
            return Err(AppError::new(ProblemCode::PreconditionRequired)
                .detail("overwriting needs If-Match with the version that was read"));
        };
        let tag = etag(current);
        // A proxy that compresses turns tags into weak ones.
        let fits = |entry: &str| {
            let entry = entry.trim();
            entry == "*" || entry.strip_prefix("W/").unwrap_or(entry) == tag
        };
        if value.to_str().is_ok_and(|line| line.split(',').any(fits)) {
            return Ok(());
        }
        Err(AppError::new(ProblemCode::EditConflict)
            .detail(format!("it was changed meanwhile; the current version is {tag}")))
    }

    /// Begins under the request's idempotency key.
    pub async fn begin(&self, state: &AppState, scope: &str) -> AppResult<Begun> {
        idempotency::begin(state, scope, &self.headers, &self.route, &self.body).await
    }

    /// Runs `work` once in one transaction, and keeps its answer for repetitions.
    pub async fn run(
        &self,
        state: &AppState,
        scope: &str,
        work: impl AsyncFnOnce(&DatabaseTransaction) -> AppResult<Answer>,
    ) -> AppResult<Response> {
        match self.begin(state, scope).await? {
            Begun::Replay(answer) => Ok(answer.replay()),
            Begun::Fresh(attempt) => {
                let answer = work(attempt.tx()).await?;
                attempt.finish(answer).await
            }
        }
    }
}

impl FromRequest<AppState> for Unsafe {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &AppState) -> AppResult<Self> {
        let uri = request.extensions().get::<OriginalUri>().map_or(request.uri(), |uri| &uri.0);
        let route = format!("{} {}", request.method(), uri.path());
        let headers = request.headers().clone();
        let body = read_body(request, state).await?;
        Ok(Self { headers, route, body })
    }
}

/// The entity tag of a version.
pub fn etag(version: i32) -> String {
    format!("\"{version}\"")
}
