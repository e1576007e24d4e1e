//! One product in full, its variants, stock and seller.

pub mod delivery;
pub mod entity;
mod handlers;
pub mod items;
pub mod merchants;
pub mod migration;
pub mod page;
pub mod retired;
pub mod stock;

use axum::{Router, routing};

use crate::state::AppState;

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new().route("/products/{slug}", routing::get(handlers::product))
}
