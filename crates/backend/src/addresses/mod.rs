//! Where orders go: a shopper's addresses.

pub mod entity;
mod handlers;
pub mod migration;
pub mod store;

use axum::Router;
use axum::routing::{get, put};

use crate::state::AppState;

pub use store::{checked, default, validate};

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/addresses", get(handlers::list).post(handlers::create))
        .route("/addresses/{id}", put(handlers::update).delete(handlers::delete))
}
