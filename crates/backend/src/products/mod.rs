//! To be filled.

use axum::Router;

use crate::state::AppState;

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
}
