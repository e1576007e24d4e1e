//! How actors speak: signed calls of the public webhooks, through the same
//! router as everybody's.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde::Serialize;
use tower::ServiceExt;
use vitrine_contract::payments::PaymentStatus;
use vitrine_contract::products::DeliveryPromise;
use vitrine_contract::webhooks::{
    CarrierEvent, FulfilmentEvent, FulfilmentEventKind, PaymentEvent, PaymentEventKind, SIGNATURE,
};
use vitrine_contract::{Currency, Money};

use super::script::{Deed, Sight};
use crate::clock::{SECOND, timestamp};
use crate::error::{AppError, AppResult};
use crate::orders::facts::Facts;
use crate::state::AppState;
use crate::webhooks::signature::sign;

/// The warehouse's name.
const WAREHOUSE: &str = "demo";

/// Tells the shop of the deed, done at `at`. Returns the shop's answer.
pub async fn tell(
    state: &AppState,
    router: &Router,
    facts: &Facts,
    event_id: String,
    deed: &Deed,
    at: i64,
) -> AppResult<StatusCode> {
    match deed {
        Deed::Captured => {
            let payment = &facts.payment;
            let provider = payment.provider.as_deref().unwrap_or_default();
            if payment.status != PaymentStatus::Authorized.as_str() {
                return Ok(StatusCode::NO_CONTENT);
            }
            let event = PaymentEvent {
                event_id,
                reference: payment.reference.clone().unwrap_or_default(),
                kind: PaymentEventKind::Captured,
                amount: Money::new(payment.amount, Currency::new(&payment.currency)?),
                at: timestamp(at),
            };
            call(state, router, &format!("payments/{provider}"), &event).await
        }
        Deed::Packed(parcel) | Deed::Shipped(parcel) => {
            let kind = match deed {
                Deed::Packed(_) => FulfilmentEventKind::Packed,
                _ => FulfilmentEventKind::Shipped,
            };
            let event = FulfilmentEvent {
                event_id,
                order: facts.order.id.clone().into(),
                kind,
                parcel: Some(parcel.clone()),
                at: timestamp(at),
            };
            call(state, router, &format!("fulfilment/{WAREHOUSE}"), &event).await
        }
        Deed::Seen { carrier, number, sight } => {
            let event = sighting(facts, event_id, number, sight, at);
            call(state, router, &format!("carriers/{carrier}"), &event).await
        }
    }
}

fn sighting(facts: &Facts, event_id: String, number: &str, sight: &Sight, at: i64) -> CarrierEvent {
    CarrierEvent {
        event_id,
        tracking_number: number.to_owned(),
        checkpoint_time: timestamp(at),
        status: sight.status.clone(),
        substatus: sight.substatus.to_owned(),
        message: sight.message.clone(),
        location: sight.location.clone(),
        raw_status: sight.substatus.to_uppercase(),
        expected: sight.later_by.map(|later| DeliveryPromise {
            from: timestamp(facts.order.promised_from + later),
            until: timestamp(facts.order.promised_until + later),
        }),
    }
}

async fn call(
    state: &AppState,
    router: &Router,
    party: &str,
    event: &impl Serialize,
) -> AppResult<StatusCode> {
    let body = serde_json::to_vec(event).map_err(AppError::internal)?;
    let now = state.now().div_euclid(SECOND);
    let request = Request::post(format!("/api/webhooks/{party}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header(SIGNATURE, sign(&state.secrets.party(party), now, &body))
        .body(Body::from(body))
        .map_err(AppError::internal)?;
    let answered = router.clone().oneshot(request).await;
    Ok(answered.unwrap_or_else(|never| match never {}).status())
}
