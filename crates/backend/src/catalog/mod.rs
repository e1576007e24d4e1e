//! Home, categories and lists of products.

pub mod entity;
pub mod migration;

use axum::Router;

use crate::state::AppState;

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
}

/// Answers of catalog reads.
#[derive(Default)]
pub struct CatalogCache {}

/// Forgets the kept answers; to be called after every write that changes what
/// a catalog read shows: prices, stock, ratings, pictures.
pub fn bump_version(_state: &AppState) {}
