//! Reviews: reading, writing and counting them.

pub mod entity;
mod handlers;
pub mod migration;
pub mod reading;
pub mod totals;
pub mod writing;

use axum::{Router, routing};

use crate::state::AppState;

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new().route("/products/{slug}/reviews", routing::get(handlers::of_product))
}
