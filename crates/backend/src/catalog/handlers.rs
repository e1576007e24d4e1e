//! `GET /api/home`, `GET /api/products`.

use axum::extract::State;
use axum::response::Response;

use super::cache::Reader;
use super::query::RawListQuery;
use super::{home, list};
use crate::error::AppResult;
use crate::extract::{Lang, Query};
use crate::state::AppState;

/// The home page.
pub async fn home(
    State(state): State<AppState>,
    Lang(lang): Lang,
    reader: Reader,
) -> AppResult<Response> {
    reader.answer(&state, lang, async { home::load(&state, lang).await }).await
}

/// A list.
pub async fn products(
    State(state): State<AppState>,
    Lang(lang): Lang,
    Query(raw): Query<RawListQuery>,
    reader: Reader,
) -> AppResult<Response> {
    let query = raw.check()?;
    reader.answer(&state, lang, async { list::load(&state, lang, &query).await }).await
}
