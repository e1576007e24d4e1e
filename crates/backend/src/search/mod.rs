//! Full-text search over titles, makers, categories and keywords in all
//! languages at once: an inverted index in one portable table.
//!
//! `GET /api/products?q=` uses it; there is no route of its own yet.

pub mod entity;
pub mod index;
pub mod matching;
pub mod migration;
pub mod terms;

use axum::Router;

use crate::state::AppState;

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
}
