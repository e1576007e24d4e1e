//! A shopper's stored means of payment. Card numbers never reach the shop:
//! the provider keeps them and hands out a token.

pub mod entity;
mod handlers;
pub mod migration;
pub mod store;

use axum::Router;
use axum::routing::{get, put};

use crate::state::AppState;

pub use store::default;

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/payment-methods", get(handlers::list).post(handlers::create))
        .route("/payment-methods/{id}", put(handlers::update).delete(handlers::delete))
}
