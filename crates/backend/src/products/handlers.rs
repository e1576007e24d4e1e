//! `GET /api/products/{slug}`.

use axum::extract::{Path, State};
use axum::response::Response;

use super::page;
use crate::catalog::cache::Reader;
use crate::error::AppResult;
use crate::extract::Lang;
use crate::state::AppState;

/// One product in full.
pub async fn product(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Lang(lang): Lang,
    reader: Reader,
) -> AppResult<Response> {
    reader.answer(&state, lang, async { page::load(&state, lang, &slug).await }).await
}
