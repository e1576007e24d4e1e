//! Everything known about orders, loaded in batches: a fixed number of queries
//! however many orders there are.

use std::collections::{HashMap, HashSet};

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::entity::{order, order_line};
use crate::error::AppResult;
use crate::media::entity::picture;
use crate::payments::entity::payment;
use crate::reviews::entity::review;
use crate::tracking::entity::{checkpoint, order_event, shipment, shipment_item};

/// An order with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The order.
    pub order: order::Model,
    /// Its lines, in order.
    pub lines: Vec<order_line::Model>,
    /// Its payment.
    pub payment: payment::Model,
    /// Its parcels, the first packed first.
    pub parcels: Vec<ParcelFacts>,
    /// Lines that were reviewed.
    pub reviewed: HashSet<String>,
    /// Pictures of the lines.
    pub pictures: HashMap<String, picture::Model>,
    /// The last thing that happened.
    pub last_event_id: i64,
}

/// A parcel with all that belongs to it.
#[derive(Clone, Debug)]
pub struct ParcelFacts {
    /// The parcel.
    pub shipment: shipment::Model,
    /// What is in it.
    pub items: Vec<shipment_item::Model>,
    /// Where it was seen, the oldest first.
    pub checkpoints: Vec<checkpoint::Model>,
}

/// Loads what belongs to the orders, in their order.
pub async fn load(db: &impl ConnectionTrait, orders: Vec<order::Model>) -> AppResult<Vec<Facts>> {
    if orders.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = orders.iter().map(|order| order.id.clone()).collect();
    let lines = order_line::Entity::find()
        .filter(order_line::COLUMN.order_id.is_in(ids.clone()))
        .order_by_asc(order_line::COLUMN.position)
        .all(db)
        .await?;
    let payments =
        payment::Entity::find().filter(payment::COLUMN.order_id.is_in(ids.clone())).all(db).await?;
    let shipments = shipment::Entity::find()
        .filter(shipment::COLUMN.order_id.is_in(ids.clone()))
        .order_by_asc(shipment::COLUMN.packed_at)
        .order_by_asc(shipment::COLUMN.id)
        .all(db)
        .await?;
    let last_events: Vec<(String, Option<i64>)> = order_event::Entity::find()
        .select_only()
        .column(order_event::Column::OrderId)
        .column_as(order_event::COLUMN.id.max(), "last")
        .filter(order_event::COLUMN.order_id.is_in(ids))
        .group_by(order_event::Column::OrderId)
        .into_tuple()
        .all(db)
        .await?;
    let parcels = parcels(db, shipments).await?;
    let reviewed = reviewed(db, &lines).await?;
    let pictures = pictures(db, &lines).await?;

    let mut lines = group(lines, |line| line.order_id.clone());
    let mut parcels = group(parcels, |parcel| parcel.shipment.order_id.clone());
    let mut payments = group(payments, |payment| payment.order_id.clone());
    let last_events: HashMap<_, _> = last_events.into_iter().collect();
    let facts = orders.into_iter().filter_map(|order| {
        // Written in one transaction with the order, so it is there.
        let payment = payments.remove(&order.id)?.pop()?;
        let lines = lines.remove(&order.id).unwrap_or_default();
        let ids: HashSet<&str> = lines.iter().map(|line| line.id.as_str()).collect();
        let shown: HashSet<_> = lines.iter().filter_map(|line| line.picture_id.clone()).collect();
        Some(Facts {
            parcels: parcels.remove(&order.id).unwrap_or_default(),
            reviewed: reviewed.iter().filter(|id| ids.contains(id.as_str())).cloned().collect(),
            pictures: shown
                .into_iter()
                .filter_map(|id| pictures.get(&id).cloned().map(|picture| (id, picture)))
                .collect(),
            last_event_id: last_events.get(&order.id).copied().flatten().unwrap_or_default(),
            payment,
            lines,
            order,
        })
    });
    Ok(facts.collect())
}

async fn parcels(
    db: &impl ConnectionTrait,
    shipments: Vec<shipment::Model>,
) -> AppResult<Vec<ParcelFacts>> {
    if shipments.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = shipments.iter().map(|shipment| shipment.id.clone()).collect();
    let items = shipment_item::Entity::find()
        .filter(shipment_item::COLUMN.shipment_id.is_in(ids.clone()))
        .order_by_asc(shipment_item::COLUMN.line_id)
        .all(db)
        .await?;
    let checkpoints = checkpoint::Entity::find()
        .filter(checkpoint::COLUMN.shipment_id.is_in(ids))
        .order_by_asc(checkpoint::COLUMN.checkpoint_time)
        .order_by_asc(checkpoint::COLUMN.id)
        .all(db)
        .await?;
    let mut items = group(items, |item| item.shipment_id.clone());
    let mut checkpoints = group(checkpoints, |checkpoint| checkpoint.shipment_id.clone());
    let parcels = shipments.into_iter().map(|shipment| ParcelFacts {
        items: items.remove(&shipment.id).unwrap_or_default(),
        checkpoints: checkpoints.remove(&shipment.id).unwrap_or_default(),
        shipment,
    });
    Ok(parcels.collect())
}

async fn reviewed(
    db: &impl ConnectionTrait,
    lines: &[order_line::Model],
) -> AppResult<HashSet<String>> {
    let ids: Vec<_> =
        lines.iter().filter(|line| line.shopper_id.is_some()).map(|line| line.id.clone()).collect();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let found: Vec<Option<String>> = review::Entity::find()
        .select_only()
        .column(review::Column::OrderLineId)
        .filter(review::Column::OrderLineId.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().flatten().collect())
}

/// The lines' pictures, by id.
pub async fn pictures(
    db: &impl ConnectionTrait,
    lines: &[order_line::Model],
) -> AppResult<HashMap<String, picture::Model>> {
    let ids: HashSet<_> = lines.iter().filter_map(|line| line.picture_id.clone()).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = picture::Entity::find().filter(picture::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|picture| (picture.id.clone(), picture)).collect())
}

fn group<T>(rows: Vec<T>, key: impl Fn(&T) -> String) -> HashMap<String, Vec<T>> {
    let mut groups: HashMap<String, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}
