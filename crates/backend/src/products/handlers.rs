//! `GET /api/products/{slug}`.

use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use vitrine::routes::address;
use vitrine_contract::ProblemCode;

use super::page;
use super::retired::{self, Retired};
use crate::catalog::cache::Reader;
use crate::error::AppResult;
use crate::extract::Lang;
use crate::state::AppState;

/// One product in full; of a former name, where it is now.
pub async fn product(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Lang(lang): Lang,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> AppResult<Response> {
    let answer = reader.answer(&state, lang, async { page::load(&state, lang, &slug).await }).await;
    if !answer.as_ref().is_err_and(|error| *error.code() == ProblemCode::NotFound) {
        return answer;
    }
    match retired::find(&state.db.read, &slug).await? {
        Some(Retired::Renamed(slug)) => Ok(elsewhere(&slug, query.as_deref())),
        Some(Retired::Gone) | None => answer,
    }
}

fn elsewhere(slug: &str, query: Option<&str>) -> Response {
    let slug = utf8_percent_encode(slug, NON_ALPHANUMERIC);
    let path = format!("/api/products/{slug}");
    Redirect::permanent(&address(&path, query.unwrap_or_default())).into_response()
}
