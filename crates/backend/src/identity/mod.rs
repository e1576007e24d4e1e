//! Who the shopper is: sign-in by one-time code, sessions, demo shoppers.

pub mod cookie;
pub mod entity;
pub mod extract;
pub mod migration;
pub mod secret;

use axum::Router;

use crate::state::AppState;

pub use extract::{MaybeShopper, Shopper};

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
}
