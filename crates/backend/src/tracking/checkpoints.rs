//! What a carrier tells of a parcel.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QuerySelect, Set};
use vitrine_contract::orders::FulfilmentStatus;
use vitrine_contract::payments::{PaymentKind, PaymentStatus};
use vitrine_contract::tracking::{Location, Step, TrackingStatus};

use super::entity::{checkpoint, shipment};
use super::events;
use super::status::{Seen, settle};
use crate::clock::new_id;
use crate::error::{AppError, AppResult};
use crate::orders::entity::order;
use crate::orders::{facts, status, view};
use crate::payments::entity::payment;

/// A parcel was seen. Times in Unix milliseconds.
#[derive(Clone, Debug)]
pub struct Sighting {
    /// When, by the carrier's clock.
    pub at: i64,
    /// Normalised status.
    pub status: TrackingStatus,
    /// More exactly; may be empty.
    pub substatus: String,
    /// The carrier's own words.
    pub message: String,
    /// Where.
    pub location: Option<Location>,
    /// The carrier's own code.
    pub raw_status: String,
    /// Arrival as it looks now, from and until.
    pub expected: Option<(i64, i64)>,
}

/// Writes it down, and brings the parcel up to date. Checkpoints may come in
/// any order: they are sorted by the carrier's time, and the parcel's status is
/// taken from all of them. `order` is locked.
pub async fn record(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    shipment: &shipment::Model,
    seen: Sighting,
    now: i64,
) -> AppResult<()> {
    let step = step(&seen.status);
    let location = seen.location.unwrap_or_else(nowhere);
    let row = checkpoint::Model {
        id: new_id(),
        shipment_id: shipment.id.clone(),
        checkpoint_time: seen.at,
        created_at: now,
        status: seen.status.as_str().to_owned(),
        substatus: seen.substatus,
        message: seen.message,
        city: location.city,
        state: location.state,
        country_region: location.country_region,
        raw_status: seen.raw_status,
    };
    checkpoint::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    let (status, substatus) = status_now(tx, shipment).await?;

    let mut after = shipment::ActiveModel {
        status: Set(status.as_str().to_owned()),
        substatus: Set(substatus),
        ..Default::default()
    };
    let newer = seen.expected.filter(|_| seen.at >= shipment.expected_told_at);
    let mut delayed = false;
    if let Some((from, until)) = newer {
        after.expected_from = Set(from);
        after.expected_until = Set(until);
        after.expected_told_at = Set(seen.at);
        delayed = until > order.promised_until && shipment.delayed_at.is_none();
        if delayed {
            after.delayed_at = Set(Some(seen.at));
        }
    }
    shipment::Entity::update_many()
        .set(after)
        .filter(shipment::Column::Id.eq(&shipment.id))
        .exec(tx)
        .await?;
    events::append(tx, &order.id, &step, now).await?;
    if delayed {
        events::append(tx, &order.id, &Step::Delayed, now).await?;
    }
    if status == TrackingStatus::Delivered {
        take_cash(tx, order, seen.at).await?;
    }
    Ok(())
}

/// The status by all checkpoints, the new one included.
async fn status_now(
    tx: &impl ConnectionTrait,
    shipment: &shipment::Model,
) -> AppResult<(TrackingStatus, String)> {
    let rows: Vec<(i64, String, String)> = checkpoint::Entity::find()
        .select_only()
        .columns([
            checkpoint::Column::CheckpointTime,
            checkpoint::Column::Status,
            checkpoint::Column::Substatus,
        ])
        .filter(checkpoint::Column::ShipmentId.eq(&shipment.id))
        .into_tuple()
        .all(tx)
        .await?;
    let seen: Vec<Seen> = rows
        .into_iter()
        .map(|(at, status, substatus)| Seen { at, status: status.as_str().into(), substatus })
        .collect();
    Ok(settle(&seen))
}

/// The courier takes the money with the last parcel.
async fn take_cash(tx: &impl ConnectionTrait, order: &order::Model, at: i64) -> AppResult<()> {
    let facts = facts::load(tx, vec![order.clone()]).await?.pop();
    let facts = facts.ok_or_else(|| AppError::not_found("order"))?;
    let cash = facts.payment.kind == PaymentKind::CashOnDelivery.as_str();
    if !cash || status::fulfilment(&view::standing(&facts)) != FulfilmentStatus::Delivered {
        return Ok(());
    }
    payment::Entity::update_many()
        .set(payment::ActiveModel {
            status: Set(PaymentStatus::Captured.as_str().to_owned()),
            captured: Set(facts.payment.amount),
            paid_at: Set(Some(at)),
            ..Default::default()
        })
        .filter(payment::Column::Id.eq(facts.payment.id))
        .filter(payment::Column::Status.eq(PaymentStatus::NotPaid.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}

fn nowhere() -> Location {
    Location { city: String::new(), state: String::new(), country_region: String::new() }
}

/// What is announced.
fn step(status: &TrackingStatus) -> Step {
    match status {
        TrackingStatus::OutForDelivery => Step::OutForDelivery,
        TrackingStatus::AttemptFail => Step::AttemptFail,
        TrackingStatus::AvailableForPickup => Step::PickupAvailable,
        TrackingStatus::Delivered => Step::Delivered,
        TrackingStatus::Exception | TrackingStatus::Expired => Step::Exception,
        _ => Step::Checkpoint,
    }
}
