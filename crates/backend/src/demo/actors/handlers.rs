//! Choosing what shall happen to an order, in demo mode only.

use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use vitrine_contract::ProblemCode;
use vitrine_contract::problem::FieldCode;

use sea_orm::EntityTrait;

use super::scenario::Scenario;
use super::{entity as journey, journey::save};
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

/// What shall happen.
#[derive(Debug, Deserialize, Serialize)]
pub struct Choice {
    /// `on_time`, `delayed`, `split`, `failed_attempt` or `pickup`.
    scenario: String,
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
    Json(choice): Json<Choice>,
) -> AppResult<Json<Choice>> {
    let scenario = Scenario::parse(&choice.scenario).ok_or_else(|| {
        let names = Scenario::ALL.map(Scenario::as_str).join(", ");
        AppError::invalid("scenario", FieldCode::Unknown, format!("one of {names}"))
    })?;
    let facts = access::facts(&state.db.read, &buyer, key.key.as_deref(), &id).await?;
    if !facts.parcels.is_empty() || facts.order.cancelled_at.is_some() {
        return Err(AppError::new(ProblemCode::OrderStateConflict)
            .detail("the order is packed or cancelled already"));
    }
    let known = journey::Entity::find_by_id(&facts.order.id).one(&state.db.write).await?;
    let (started_at, next_act, next_at) = known.map_or((None, 0, None), |journey| {
        (journey.started_at, usize::try_from(journey.next_act).unwrap_or(0), journey.next_at)
    });
    save(&state.db.write, &facts.order.id, scenario, started_at, next_act, next_at).await?;
    Ok(Json(Choice { scenario: scenario.as_str().to_owned() }))
}
