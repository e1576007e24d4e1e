//! How orders are paid: providers, and the means that shoppers keep.

use axum::Router;

use crate::state::AppState;

pub mod entity;
pub mod methods;
pub mod migration;
pub mod provider;
pub mod status;

/// This noun's routes, below `/api`.
pub fn router() -> Router<AppState> {
    methods::router()
}
