//! Where orders are: parcels, checkpoints, the timeline, and its live stream.

pub mod carriers;
pub mod checkpoints;
pub mod entity;
pub mod events;
pub mod hub;
pub mod migration;
pub mod parcels;
pub mod status;
mod stream;
pub mod timeline;

use axum::Router;
use axum::routing::get;

use crate::state::AppState;

/// This noun's routes, below `/api`.
pub fn router() -> Router<AppState> {
    Router::new().route("/orders/{id}/events", get(stream::events))
}
