//! The cart over HTTP.

use axum::extract::State;
use serde::Deserialize;
use vitrine_contract::cart::CartQuote;

use super::{lines, quote};
use crate::error::AppResult;
use crate::extract::{Json, Lang, Query};
use crate::state::AppState;

/// What is in the cart.
#[derive(Debug, Deserialize)]
pub struct Wishes {
    /// `<variant>:<quantity>,…`.
    #[serde(default)]
    pub lines: String,
}

/// `GET /api/cart`.
pub async fn cart(
    State(state): State<AppState>,
    Lang(locale): Lang,
    Query(wishes): Query<Wishes>,
) -> AppResult<Json<CartQuote>> {
    let lines = lines::parse(&wishes.lines)?;
    let delivery = state.config.shop().delivery;
    Ok(Json(quote::cart(&state.db.read, lines, &delivery, locale, state.now()).await?))
}
