//! `GET /api/products/{slug}/reviews`.

use axum::extract::{Path, State};
use axum::response::Response;

use super::reading::{self, RawReviewQuery};
use crate::catalog::cache::Reader;
use crate::error::AppResult;
use crate::extract::{Lang, Query};
use crate::products::page;
use crate::state::AppState;

/// A page of a product's reviews.
pub async fn of_product(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Lang(lang): Lang,
    Query(raw): Query<RawReviewQuery>,
    reader: Reader,
) -> AppResult<Response> {
    let query = raw.check()?;
    let make = async {
        let db = &state.db.read;
        let product = page::by_slug(db, &slug).await?;
        reading::page(db, lang, &product.id, &query).await
    };
    reader.answer(&state, lang, make).await
}
