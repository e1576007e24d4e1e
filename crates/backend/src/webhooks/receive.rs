//! What every webhook goes through: signature, form, and whether it was heard before.

use axum::http::{HeaderMap, StatusCode};
use sea_orm::{DatabaseTransaction, EntityTrait, Set, TransactionTrait, TryInsertResult};
use serde::de::DeserializeOwned;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::webhooks::SIGNATURE;
use vitrine_contract::{ProblemCode, Timestamp};

use super::entity::webhook_event;
use super::signature;
use crate::clock::{SECOND, millis};
use crate::error::{AppError, AppResult};
use crate::extract::from_json;
use crate::state::AppState;

/// The longest id of an event.
const EVENT_ID_MAX: usize = 255;

/// Checks that `party` signed the body, and reads it.
pub fn read<T: DeserializeOwned>(
    state: &AppState,
    party: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> AppResult<T> {
    let secret = state.secrets.party(party);
    let header = headers.get(SIGNATURE).and_then(|value| value.to_str().ok());
    signature::verify(&secret, state.now().div_euclid(SECOND), body, header)
        .map_err(|error| AppError::new(ProblemCode::SignatureInvalid).detail(error.to_string()))?;
    from_json(body)
}

/// Runs `work` once for the event. It returns the order that it changed, whose
/// streams are told. An event heard before is acknowledged and ignored; one
/// whose work fails is not heard, and may be told again.
pub async fn once(
    state: &AppState,
    party: &str,
    event_id: &str,
    work: impl AsyncFnOnce(&DatabaseTransaction) -> AppResult<String>,
) -> AppResult<StatusCode> {
    if event_id.is_empty() || event_id.len() > EVENT_ID_MAX {
        return Err(AppError::invalid("event_id", FieldCode::Invalid, "1 to 255 characters"));
    }
    let tx = state.db.write.begin().await?;
    let row = webhook_event::ActiveModel {
        party: Set(party.to_owned()),
        event_id: Set(event_id.to_owned()),
        received_at: Set(state.now()),
    };
    let heard = webhook_event::Entity::insert(row)
        .on_conflict_do_nothing()
        .exec_without_returning(&tx)
        .await?;
    if let TryInsertResult::Inserted(1..) = heard {
        let order = work(&tx).await?;
        tx.commit().await?;
        state.hub.notify(&order);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Unix milliseconds of a time in the body.
pub fn time(path: &str, at: &Timestamp) -> AppResult<i64> {
    millis(at.as_str())
        .ok_or_else(|| AppError::invalid(path, FieldCode::Invalid, "an RFC 3339 time"))
}
