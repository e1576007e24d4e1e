//! Orders over HTTP.

use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use vitrine_contract::List;
use vitrine_contract::orders::OrderSummary;

use super::{access, cancel, place as placing, view};
use crate::error::AppResult;
use crate::extract::{Json, Lang, Query};
use crate::idempotency::Answer;
use crate::identity::{MaybeShopper, Shopper, Unsafe};
use crate::state::AppState;

/// Nobody keeps it, and its address, which may hold a guest's key, is told to nobody.
const PRIVATE: [(HeaderName, &str); 2] =
    [(header::CACHE_CONTROL, "private, no-store"), (header::REFERRER_POLICY, "no-referrer")];

/// A guest's key.
#[derive(Debug, Deserialize)]
pub struct Key {
    /// From the answer to the order.
    pub key: Option<String>,
}

/// Where a page begins.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// From the page before.
    pub cursor: Option<String>,
}

/// `POST /api/orders`.
pub async fn place(
    State(state): State<AppState>,
    buyer: MaybeShopper,
    request: Unsafe,
) -> AppResult<Response> {
    let order = request.json()?;
    Ok((PRIVATE, placing::place(&state, &buyer, &request, order).await?).into_response())
}

/// `GET /api/orders`.
pub async fn list(
    State(state): State<AppState>,
    shopper: Shopper,
    Lang(locale): Lang,
    Query(page): Query<Page>,
) -> AppResult<Json<List<OrderSummary>>> {
    let cursor = page.cursor.as_deref();
    Ok(Json(super::list::list(&state.db.read, &shopper.id, cursor, locale).await?))
}

/// `GET /api/orders/{id}`.
pub async fn order(
    State(state): State<AppState>,
    buyer: MaybeShopper,
    Path(id): Path<String>,
    Lang(locale): Lang,
    Query(key): Query<Key>,
) -> AppResult<Response> {
    let facts = access::facts(&state.db.read, &buyer, key.key.as_deref(), &id).await?;
    let order = view::order(&facts, locale, state.now())?;
    Ok((PRIVATE, Json(order)).into_response())
}

/// `POST /api/orders/{id}/cancellation`.
pub async fn undo(
    State(state): State<AppState>,
    buyer: MaybeShopper,
    Path(id): Path<String>,
    Lang(locale): Lang,
    Query(key): Query<Key>,
    request: Unsafe,
) -> AppResult<Response> {
    let order = access::find(&state.db.read, &buyer, key.key.as_deref(), &id).await?;
    let response = request
        .run(&state, &buyer.scope(), async |tx| {
            let facts = cancel::undo(tx, &order, state.now()).await?;
            Answer::json(StatusCode::OK, &view::order(&facts, locale, state.now())?)
        })
        .await?;
    state.hub.notify(&order.id);
    crate::catalog::bump_version(&state);
    Ok((PRIVATE, response).into_response())
}
