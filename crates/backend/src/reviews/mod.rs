//! Reviews: reading, writing and counting them.

pub mod entity;
mod handlers;
pub mod migration;
pub mod reading;
pub mod totals;
pub mod writing;

use axum::extract::DefaultBodyLimit;
use axum::{Router, routing};
use vitrine_contract::reviews::PHOTO_BYTES_MAX;

use crate::media::uploads;
use crate::state::AppState;

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    let upload = routing::post(uploads::create).layer(DefaultBodyLimit::max(PHOTO_BYTES_MAX));
    Router::new()
        .route("/products/{slug}/reviews", routing::get(handlers::of_product))
        .route("/orders/{id}/lines/{line}/review", routing::post(handlers::create))
        .route("/uploads", upload)
}
