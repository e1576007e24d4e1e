//! `GET /healthz`.

use axum::extract::State;
use vitrine_contract::ProblemCode;

use crate::error::{AppError, AppResult};
use crate::state::AppState;

/// `ok` when the database answers, else 503.
pub async fn check(State(state): State<AppState>) -> AppResult<&'static str> {
    match state.db.ping().await {
        Ok(()) => Ok("ok"),
        Err(err) => {
            tracing::error!(error = &err as &dyn std::error::Error, "the database does not answer");
            Err(AppError::new(ProblemCode::Unavailable).detail("the database does not answer"))
        }
    }
}
