//! What the wishes on a shopper's device cost now. The backend keeps no cart.

mod handlers;
mod lines;
mod quote;

use axum::Router;
use axum::routing::get;

use crate::state::AppState;

/// This noun's routes, below `/api`.
pub fn router() -> Router<AppState> {
    Router::new().route("/cart", get(handlers::cart))
}
