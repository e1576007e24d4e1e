//! What payment providers, warehouses and carriers tell the shop: signed, and
//! heard once only.

mod carriers;
pub mod entity;
mod fulfilment;
pub mod migration;
mod payments;
mod receive;
pub mod secrets;
pub mod signature;

use axum::Router;
use axum::routing::post;

use crate::state::AppState;

/// This noun's routes, below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/webhooks/payments/{provider}", post(payments::hear))
        .route("/webhooks/fulfilment/{warehouse}", post(fulfilment::hear))
        .route("/webhooks/carriers/{carrier}", post(carriers::hear))
}
