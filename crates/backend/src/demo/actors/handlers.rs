//! Choosing what shall happen to an order, in demo mode only.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use vitrine_contract::ProblemCode;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::tracking::DemoScenario;

use super::journey;
use super::scenario::Scenario;
use crate::error::{AppError, AppResult};
use crate::extract::Query;
use crate::idempotency::Answer;
use crate::identity::{MaybeShopper, Unsafe};
use crate::orders::access;
use crate::orders::facts::{self, Facts};
use crate::state::AppState;

/// A guest's key.
#[derive(Debug, Deserialize)]
pub struct Key {
    key: Option<String>,
}

/// `POST /api/demo/orders/{id}/scenario`. Choosing again replaces the choice.
///
/// Errors: `order_state_conflict` once anything is packed.
pub async fn choose(
    State(state): State<AppState>,
    buyer: MaybeShopper,
    Path(id): Path<String>,
    Query(key): Query<Key>,
    request: Unsafe,
) -> AppResult<Response> {
    let choice: DemoScenario = request.json()?;
    let scenario = Scenario::parse(choice.scenario.as_str()).ok_or_else(|| {
        let names = Scenario::ALL.map(Scenario::as_str).join(", ");
        AppError::invalid("scenario", FieldCode::Unknown, format!("one of {names}"))
    })?;
    let order = access::find(&state.db.read, &buyer, key.key.as_deref(), &id).await?;
    request
        .run(&state, &buyer.scope(), async |tx| {
            let facts = facts::load(tx, vec![order]).await?;
            let open =
                |facts: &Facts| facts.parcels.is_empty() && facts.order.cancelled_at.is_none();
            if !facts.first().is_some_and(open) {
                return Err(AppError::new(ProblemCode::OrderStateConflict)
                    .detail("the order is packed or cancelled already"));
            }
            journey::choose(tx, &id, scenario).await?;
            Answer::json(StatusCode::OK, &choice)
        })
        .await
}
