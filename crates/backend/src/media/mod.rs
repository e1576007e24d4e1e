//! Pictures.

pub mod entity;
pub mod migration;

use std::path::Path;

use axum::Router;

use crate::state::AppState;

/// The media folder.
pub struct Media {}

impl Media {
    /// Opens the folder below `data`.
    pub fn open(_data: &Path) -> std::io::Result<Self> {
        Ok(Self {})
    }
}

/// `/media/{file}`.
pub fn router() -> Router<AppState> {
    Router::new()
}
