//! Pictures: stored as WebP at several widths, or drawn; served immutable.

pub mod drawn;
pub mod entity;
mod handlers;
pub mod migration;
pub mod pictures;
mod store;
pub mod uploads;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::{Router, routing};
use bytes::Bytes;
use tokio::sync::Semaphore;
use vitrine_contract::ProblemCode;

pub use self::store::{StoreError, StoredPicture, WIDTHS, decode, write};
use crate::error::{AppError, AppResult};
use crate::state::AppState;

/// Uploads that are decoded at the same time: each may take 200 MB.
const AT_ONCE: usize = 2;

/// The media folder.
pub struct Media {
    folder: PathBuf,
    decoding: Arc<Semaphore>,
}

impl Media {
    /// Opens the folder `media` below `data`.
    pub fn open(data: &Path) -> std::io::Result<Self> {
        let folder = data.join("media");
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder, decoding: Arc::new(Semaphore::new(AT_ONCE)) })
    }

    /// Whether a shopper's upload is being decoded. Work that nobody waits for
    /// lets it go first, and takes no turn of the uploads' own.
    pub fn is_decoding(&self) -> bool {
        self.decoding.available_permits() < AT_ONCE
    }

    /// Where the files are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// `/media/{file}`.
pub fn router() -> Router<AppState> {
    Router::new().route("/media/{file}", routing::get(handlers::file))
}

/// Decodes an uploaded picture and stores it, upright and without metadata;
/// the row is the caller's ([`pictures::insert`]). What cannot be read is
/// `photo_unreadable`.
pub async fn store_photo(state: &AppState, bytes: Bytes) -> AppResult<StoredPicture> {
    let media = state.media.clone();
    let turn = media.decoding.clone().acquire_owned().await.map_err(AppError::internal)?;
    let stored = tokio::task::spawn_blocking(move || {
        // Kept until the work is done, even when nobody waits for it any more.
        let _turn = turn;
        let picture = decode(&bytes)?;
        // Not kept while the picture is shrunk.
        drop(bytes);
        write(media.folder(), picture)
    });
    stored.await.map_err(AppError::internal)?.map_err(|err| match err {
        StoreError::Unreadable(_) => AppError::new(ProblemCode::PhotoUnreadable)
            .detail("a JPEG, PNG or WebP picture is needed"),
        StoreError::TooLarge => {
            AppError::new(ProblemCode::PhotoUnreadable).detail("the picture has too many pixels")
        }
        err => AppError::internal(err),
    })
}
