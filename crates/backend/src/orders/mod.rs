//! To be filled.

use axum::Router;

use crate::state::AppState;

pub mod entity;
pub mod migration;

/// This noun's routes, below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
}
