//! Reviews over HTTP.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use vitrine_contract::reviews::CreateReview;

use super::reading::{self, RawReviewQuery};
use super::writing;
use crate::catalog::{self, cache::Reader};
use crate::error::AppResult;
use crate::extract::{Lang, Query};
use crate::idempotency::Answer;
use crate::identity::{Shopper, Unsafe};
use crate::products::page;
use crate::state::AppState;

/// `GET /api/products/{slug}/reviews`: a page of a product's reviews.
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

/// `POST /api/orders/{id}/lines/{line}/review`.
pub async fn create(
    State(state): State<AppState>,
    shopper: Shopper,
    Path((order, line)): Path<(String, String)>,
    Lang(lang): Lang,
    request: Unsafe,
) -> AppResult<Response> {
    let body: CreateReview = request.json()?;
    let response = request
        .run(&state, &shopper.scope(), async |tx| {
            let row = writing::write(tx, &shopper, &order, &line, &body, state.now()).await?;
            let review = reading::to_contract(tx, lang, vec![row]).await?.pop();
            Answer::json(StatusCode::CREATED, &review)
        })
        .await?;
    catalog::bump_version(&state);
    Ok(response)
}
