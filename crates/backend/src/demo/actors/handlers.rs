//! Choosing what shall happen to an order, in demo mode only.

use axum::extract::{Path, State};
use serde::Deserialize;
use vitrine_contract::ProblemCode;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::tracking::DemoScenario;

use super::journey;
use super::scenario::Scenario;
use crate::error::{AppError, AppResult};
use crate::extract::{Json, Query};
use crate::identity::MaybeShopper;
use crate::orders::access;
use crate::state::AppState;

/// A guest's key.
#[derive(Debug, Deserialize)]
pub struct Key {
    key: Option<String>,
}

/// `POST /api/demo/orders/{id}/scenario`. Choosing again replaces the choice,
/// so no idempotency key is needed.
///
/// Errors: `order_state_conflict` once anything is packed.
pub async fn choose(
    State(state): State<AppState>,
    buyer: MaybeShopper,
    Path(id): Path<String>,
    Query(key): Query<Key>,
    Json(choice): Json<DemoScenario>,
) -> AppResult<Json<DemoScenario>> {
    let scenario = Scenario::parse(choice.scenario.as_str()).ok_or_else(|| {
        let names = Scenario::ALL.map(Scenario::as_str).join(", ");
        AppError::invalid("scenario", FieldCode::Unknown, format!("one of {names}"))
    })?;
    let facts = access::facts(&state.db.read, &buyer, key.key.as_deref(), &id).await?;
    if !facts.parcels.is_empty() || facts.order.cancelled_at.is_some() {
        return Err(AppError::new(ProblemCode::OrderStateConflict)
            .detail("the order is packed or cancelled already"));
    }
    journey::choose(&state.db.write, &facts.order.id, scenario).await?;
    Ok(Json(choice))
}
