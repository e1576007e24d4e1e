//! What the warehouse does with an order: packs parcels and hands them over.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QuerySelect, Set};
use vitrine_contract::ProblemCode;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::tracking::{Step, TrackingStatus};
use vitrine_contract::webhooks::Parcel;

use super::entity::{shipment, shipment_item};
use super::{carriers, events};
use crate::clock::new_id;
use crate::error::{AppError, AppResult};
use crate::orders::entity::{order, order_line};

/// The longest tracking number.
const NUMBER_MAX: usize = 64;

/// The order, if fulfilment may touch it, locked until the transaction ends.
///
/// Errors: `not_found`; `order_state_conflict` before its undo time is over
/// and after it was called off.
pub async fn released(tx: &impl ConnectionTrait, id: &str) -> AppResult<order::Model> {
    let order = lock(tx, id).await?;
    if order.cancelled_at.is_some() || order.released_at.is_none() {
        return Err(AppError::new(ProblemCode::OrderStateConflict)
            .detail("the order is not released to fulfilment"));
    }
    Ok(order)
}

/// The order, locked until the transaction ends, so that what happens to it
/// happens one after the other.
pub async fn lock(tx: &impl ConnectionTrait, id: &str) -> AppResult<order::Model> {
    order::Entity::find_by_id(id.to_owned())
        .filter(order::Column::ConfirmedAt.is_not_null())
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or_else(|| AppError::not_found("order"))
}

/// A parcel was packed at `at`. One packed before is left as it is.
///
/// Errors: `invalid_input` for an unknown carrier or line, for more pieces
/// than are left to pack, and for a number that another order's parcel has.
pub async fn packed(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    parcel: &Parcel,
    at: i64,
    now: i64,
) -> AppResult<shipment::Model> {
    if carriers::find(&parcel.carrier).is_none() {
        return Err(AppError::invalid("parcel.carrier", FieldCode::Unknown, "no such carrier"));
    }
    let number = parcel.tracking_number.trim();
    if number.is_empty() || number.len() > NUMBER_MAX {
        let path = "parcel.tracking_number";
        return Err(AppError::invalid(path, FieldCode::Invalid, "1 to 64 characters"));
    }
    if let Some(known) = find(tx, &parcel.carrier, number).await? {
        if known.order_id == order.id {
            return Ok(known);
        }
        let path = "parcel.tracking_number";
        return Err(AppError::invalid(path, FieldCode::Duplicate, "another order's parcel has it"));
    }
    check_items(tx, order, parcel).await?;
    let shipment = shipment::Model {
        id: new_id(),
        order_id: order.id.clone(),
        carrier: parcel.carrier.clone(),
        tracking_number: number.to_owned(),
        status: TrackingStatus::Pending.as_str().to_owned(),
        substatus: String::new(),
        expected_from: order.promised_from,
        expected_until: order.promised_until,
        expected_told_at: at,
        delayed_at: None,
        packed_at: at,
        shipped_at: None,
    };
    shipment::Entity::insert(shipment.clone().into_active_model())
        .exec_without_returning(tx)
        .await?;
    let items = parcel.items.iter().map(|item| shipment_item::ActiveModel {
        shipment_id: Set(shipment.id.clone()),
        line_id: Set(item.line.0.clone()),
        quantity: Set(i32::try_from(item.quantity).unwrap_or(i32::MAX)),
    });
    shipment_item::Entity::insert_many(items).exec_without_returning(tx).await?;
    events::append(tx, &order.id, &Step::Packed, now).await?;
    Ok(shipment)
}

/// A parcel was handed to its carrier at `at`. One that nobody said was packed
/// is taken as packed at the same time: the news may have overtaken each other.
pub async fn shipped(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    parcel: &Parcel,
    at: i64,
    now: i64,
) -> AppResult<()> {
    let shipment = packed(tx, order, parcel, at, now).await?;
    if shipment.shipped_at.is_some() {
        return Ok(());
    }
    shipment::Entity::update_many()
        .set(shipment::ActiveModel { shipped_at: Set(Some(at)), ..Default::default() })
        .filter(shipment::Column::Id.eq(&shipment.id))
        .exec(tx)
        .await?;
    events::append(tx, &order.id, &Step::Shipped, now).await?;
    Ok(())
}

/// The parcel with the carrier's number.
pub async fn find(
    tx: &impl ConnectionTrait,
    carrier: &str,
    number: &str,
) -> AppResult<Option<shipment::Model>> {
    Ok(shipment::Entity::find()
        .filter(shipment::Column::Carrier.eq(carrier))
        .filter(shipment::Column::TrackingNumber.eq(number))
        .one(tx)
        .await?)
}

async fn check_items(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    parcel: &Parcel,
) -> AppResult<()> {
    let mut left = left_to_pack(tx, order).await?;
    if parcel.items.is_empty() {
        return Err(AppError::invalid("parcel.items", FieldCode::Required, "nothing in it"));
    }
    let mut named = Vec::new();
    for (at, item) in parcel.items.iter().enumerate() {
        let path = |field: &str| format!("parcel.items.{at}.{field}");
        if named.contains(&item.line.as_str()) {
            return Err(AppError::invalid(&path("line"), FieldCode::Duplicate, "named twice"));
        }
        named.push(item.line.as_str());
        let Some(left) = left.get_mut(item.line.as_str()) else {
            let detail = "no such line of this order";
            return Err(AppError::invalid(&path("line"), FieldCode::Unknown, detail));
        };
        let quantity = i64::from(item.quantity);
        if quantity == 0 || quantity > *left {
            let detail = format!("{left} pieces are left to pack");
            return Err(AppError::invalid(&path("quantity"), FieldCode::OutOfRange, detail));
        }
        *left -= quantity;
    }
    Ok(())
}

/// Pieces of each line that are in no parcel yet.
async fn left_to_pack(
    tx: &impl ConnectionTrait,
    order: &order::Model,
) -> AppResult<HashMap<String, i64>> {
    let lines = order_line::Entity::find()
        .filter(order_line::Column::OrderId.eq(&order.id))
        .all(tx)
        .await?;
    let mut left: HashMap<String, i64> =
        lines.into_iter().map(|line| (line.id, i64::from(line.quantity))).collect();
    let packed = shipment_item::Entity::find()
        .filter(shipment_item::Column::LineId.is_in(left.keys().cloned().collect::<Vec<_>>()))
        .all(tx)
        .await?;
    for item in packed {
        if let Some(left) = left.get_mut(&item.line_id) {
            *left -= i64::from(item.quantity);
        }
    }
    Ok(left)
}
