//! To be filled.

pub mod entity;
pub mod migration;

use axum::Router;

use crate::state::AppState;

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
}
