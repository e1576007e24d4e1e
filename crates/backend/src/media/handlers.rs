//! `GET /media/{file}`.

use axum::extract::{Path, State};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};

use super::drawn;
use crate::error::{AppError, AppResult};
use crate::state::AppState;

const IMMUTABLE: (HeaderName, &str) =
    (header::CACHE_CONTROL, "public, max-age=31536000, immutable");

/// A file, which never changes under its name.
pub async fn file(State(state): State<AppState>, Path(name): Path<String>) -> AppResult<Response> {
    if let Some(svg) = drawn::by_file_name(&name) {
        return Ok(([(header::CONTENT_TYPE, "image/svg+xml"), IMMUTABLE], svg).into_response());
    }
    // Our own names only: no dots but the last, no slashes.
    let plain = |stem: &str| stem.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !name.strip_suffix(".webp").is_some_and(plain) {
        return Err(AppError::not_found("picture"));
    }
    match tokio::fs::read(state.media.folder().join(&name)).await {
        Ok(bytes) => Ok(([(header::CONTENT_TYPE, "image/webp"), IMMUTABLE], bytes).into_response()),
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => {
            Err(AppError::not_found("picture"))
        }
        Err(err) => Err(AppError::internal(err)),
    }
}
