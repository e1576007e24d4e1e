//! `POST /api/webhooks/fulfilment/{warehouse}`.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::webhooks::{FulfilmentEvent, FulfilmentEventKind};

use super::receive;
use crate::error::{AppError, AppResult};
use crate::state::AppState;
use crate::tracking::parcels;

/// Hears a warehouse.
pub async fn hear(
    State(state): State<AppState>,
    Path(warehouse): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> AppResult<StatusCode> {
    let party = format!("fulfilment/{warehouse}");
    let event: FulfilmentEvent = receive::read(&state, &party, &headers, &body)?;
    let at = receive::time("at", &event.at)?;
    receive::once(&state, &party, &event.event_id, async |tx| {
        let order = parcels::released(tx, event.order.as_str()).await?;
        let parcel = event
            .parcel
            .as_ref()
            .ok_or_else(|| AppError::invalid("parcel", FieldCode::Required, "which parcel"))?;
        match event.kind {
            FulfilmentEventKind::Packed => {
                parcels::packed(tx, &order, parcel, at, state.now()).await?;
            }
            FulfilmentEventKind::Shipped => {
                parcels::shipped(tx, &order, parcel, at, state.now()).await?;
            }
            FulfilmentEventKind::Other(_) => {
                return Err(AppError::invalid("kind", FieldCode::Unknown, "packed or shipped"));
            }
        }
        Ok(order.id)
    })
    .await
}
