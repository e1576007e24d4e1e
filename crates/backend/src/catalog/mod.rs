//! Home, categories and lists of products.

pub mod cache;
pub mod categories;
mod cursor;
pub mod encoding;
pub mod entity;
mod handlers;
pub mod home;
pub mod list;
pub mod migration;
pub mod query;
pub mod tiles;

use axum::{Router, routing};

pub use self::cache::CatalogCache;
pub use self::cursor::Cursor;
use crate::state::AppState;

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/home", routing::get(handlers::home))
        .route("/products", routing::get(handlers::products))
}

/// Forgets the kept answers; to be called after the commit of every write that
/// a catalog read shows: prices, stock, sales, ratings, reviews, pictures.
pub fn bump_version(state: &AppState) {
    state.catalog.bump();
}
