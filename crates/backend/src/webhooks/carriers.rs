//! `POST /api/webhooks/carriers/{carrier}`.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use vitrine_contract::FieldError;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::webhooks::CarrierEvent;

use super::receive;
use crate::error::{AppError, AppResult};
use crate::state::AppState;
use crate::tracking::checkpoints::{self, Sighting};
use crate::tracking::parcels;

/// The longest words of a carrier.
const MESSAGE_MAX: usize = 1_000;
/// The longest code, city or the like.
const WORD_MAX: usize = 100;

/// Hears a carrier. A number that is not known (yet) is `not_found`, so that
/// the carrier tells it again.
pub async fn hear(
    State(state): State<AppState>,
    Path(carrier): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> AppResult<StatusCode> {
    let party = format!("carriers/{carrier}");
    let event: CarrierEvent = receive::read(&state, &party, &headers, &body)?;
    let (event_id, number) = (event.event_id.clone(), event.tracking_number.clone());
    let seen = sighting(event)?;
    receive::once(&state, &party, &event_id, async |tx| {
        let unknown = || AppError::not_found("parcel of this carrier");
        let order = parcels::find(tx, &carrier, &number).await?.ok_or_else(unknown)?.order_id;
        let order = parcels::lock(tx, &order).await?;
        // Read again: it may have changed before the lock was there.
        let shipment = parcels::find(tx, &carrier, &number).await?.ok_or_else(unknown)?;
        checkpoints::record(tx, &order, &shipment, seen, state.now()).await?;
        Ok(order.id)
    })
    .await
}

fn sighting(event: CarrierEvent) -> AppResult<Sighting> {
    let mut faults = Vec::new();
    let place = event.location.as_ref();
    for (path, text, most) in [
        ("message", event.message.as_str(), MESSAGE_MAX),
        ("substatus", event.substatus.as_str(), WORD_MAX),
        ("raw_status", event.raw_status.as_str(), WORD_MAX),
        ("location.city", place.map_or("", |place| &place.city), WORD_MAX),
        ("location.state", place.map_or("", |place| &place.state), WORD_MAX),
        ("location.country_region", place.map_or("", |place| &place.country_region), 2),
    ] {
        if text.chars().count() > most {
            faults.push(FieldError {
                path: path.to_owned(),
                code: FieldCode::TooLong,
                detail: format!("at most {most} characters"),
            });
        }
    }
    AppError::from_fields(faults)?;
    let expected = match &event.expected {
        None => None,
        Some(promise) => {
            let from = receive::time("expected.from", &promise.from)?;
            let until = receive::time("expected.until", &promise.until)?;
            if until < from {
                let detail = "not before expected.from";
                return Err(AppError::invalid("expected.until", FieldCode::OutOfRange, detail));
            }
            Some((from, until))
        }
    };
    Ok(Sighting {
        at: receive::time("checkpoint_time", &event.checkpoint_time)?,
        status: event.status,
        substatus: event.substatus,
        message: event.message,
        location: event.location,
        raw_status: event.raw_status,
        expected,
    })
}
