//! The demo world's actors: warehouse, carrier, payment provider.

use axum::Router;

use crate::state::AppState;

/// Starts the actors; they end with `state.shutdown`.
pub fn spawn(_state: &AppState) {}

/// Routes of the demo world below `/api/demo`.
pub fn router() -> Router<AppState> {
    Router::new()
}
