//! Orders as they go over the wire, from their facts. Pure.

use std::collections::HashMap;

use vitrine_contract::addresses::AddressFields;
use vitrine_contract::orders::{
    FulfilmentStatus, Order, OrderLine, OrderStatus, OrderSummary, ReviewState,
};
use vitrine_contract::payments::PaymentKind;
use vitrine_contract::products::DeliveryPromise;
use vitrine_contract::tracking::{Checkpoint, Location, Shipment, ShipmentItem, TrackingStatus};
use vitrine_contract::{Currency, Money};
use vitrine_i18n::Locale;
use vitrine_pricing::Quote;

use super::entity::order_line;
use super::facts::{Facts, ParcelFacts};
use super::status::{self, Standing};
use super::words::Words;
use crate::clock::timestamp;
use crate::error::{AppError, AppResult};
use crate::tracking::carriers;
use crate::tracking::timeline::{Course, Leg, timeline};

/// The order in full. Fails only on a row that this version can't read.
pub fn order(facts: &Facts, locale: Locale, now: i64) -> AppResult<Order> {
    let Facts { order, payment, .. } = facts;
    let standing = standing(facts);
    let status = status::order(&standing);
    Ok(Order {
        id: order.id.clone().into(),
        number: order.number.clone(),
        payment_status: payment.status.as_str().into(),
        fulfilment_status: status::fulfilment(&standing),
        placed_at: timestamp(order.placed_at),
        undo_until: undo_until(facts, now).map(timestamp),
        lines: lines(facts, locale),
        quote: read::<Quote>(&order.quote)?,
        address: read::<AddressFields>(&order.address)?,
        payment_kind: payment.kind.as_str().into(),
        payment_label: payment.label.clone(),
        promised: promised(facts),
        shipments: facts.parcels.iter().map(|parcel| shipment(facts, parcel, locale)).collect(),
        timeline: timeline(&course(facts)),
        last_event_id: facts.last_event_id.unsigned_abs(),
        status,
    })
}

/// The order as an entry of a list.
pub fn summary(facts: &Facts, locale: Locale) -> AppResult<OrderSummary> {
    let status = status::order(&standing(facts));
    let under_way = matches!(
        status,
        OrderStatus::Processing | OrderStatus::InTransit | OrderStatus::PaymentDue
    );
    let expected = facts
        .parcels
        .iter()
        .filter(|parcel| parcel.shipment.status != TrackingStatus::Delivered.as_str())
        .map(|parcel| parcel.shipment.expected_until)
        .max()
        .unwrap_or(facts.order.promised_until);
    Ok(OrderSummary {
        id: facts.order.id.clone().into(),
        number: facts.order.number.clone(),
        placed_at: timestamp(facts.order.placed_at),
        total: Money::new(facts.order.total, Currency::new(&facts.order.currency)?),
        lines: lines(facts, locale),
        expected_until: under_way.then(|| timestamp(expected)),
        status,
    })
}

/// Until when the order can be undone, if it still can.
pub fn undo_until(facts: &Facts, now: i64) -> Option<i64> {
    let order = &facts.order;
    let open = order.cancelled_at.is_none() && order.released_at.is_none();
    order.undo_until.filter(|until| open && *until > now)
}

/// Whether all pieces of the line have arrived.
pub fn line_has_arrived(facts: &Facts, line: &order_line::Model) -> bool {
    let arrived: i32 = facts
        .parcels
        .iter()
        .filter(|parcel| parcel.shipment.status == TrackingStatus::Delivered.as_str())
        .flat_map(|parcel| &parcel.items)
        .filter(|item| item.line_id == line.id)
        .map(|item| item.quantity)
        .sum();
    arrived >= line.quantity
}

/// What the status rules look at.
pub fn standing(facts: &Facts) -> Standing {
    Standing {
        cancelled: facts.order.cancelled_at.is_some(),
        cash: facts.payment.kind == PaymentKind::CashOnDelivery.as_str(),
        payment: facts.payment.status.as_str().into(),
        pieces: pieces(facts.lines.iter().map(|line| line.quantity)),
        parcels: facts
            .parcels
            .iter()
            .map(|parcel| status::Parcel {
                pieces: pieces(parcel.items.iter().map(|item| item.quantity)),
                shipped: parcel.shipment.shipped_at.is_some(),
                status: parcel.shipment.status.as_str().into(),
            })
            .collect(),
    }
}

fn course(facts: &Facts) -> Course {
    let order = &facts.order;
    let cash = facts.payment.kind == PaymentKind::CashOnDelivery.as_str();
    Course {
        placed_at: order.placed_at,
        paid_at: if cash { Some(order.placed_at) } else { facts.payment.paid_at },
        cancelled_at: order.cancelled_at,
        pieces: pieces(facts.lines.iter().map(|line| line.quantity)),
        parcels: facts
            .parcels
            .iter()
            .map(|parcel| Leg {
                pieces: pieces(parcel.items.iter().map(|item| item.quantity)),
                packed_at: parcel.shipment.packed_at,
                shipped_at: parcel.shipment.shipped_at,
                delayed_at: parcel.shipment.delayed_at,
                late: parcel.shipment.expected_until > order.promised_until,
                seen: parcel
                    .checkpoints
                    .iter()
                    .map(|seen| (seen.checkpoint_time, seen.status.as_str().into()))
                    .collect(),
            })
            .collect(),
    }
}

fn pieces(quantities: impl Iterator<Item = i32>) -> u64 {
    quantities.map(|quantity| u64::from(quantity.unsigned_abs())).sum()
}

fn promised(facts: &Facts) -> DeliveryPromise {
    DeliveryPromise {
        from: timestamp(facts.order.promised_from),
        until: timestamp(facts.order.promised_until),
    }
}

fn lines(facts: &Facts, locale: Locale) -> Vec<OrderLine> {
    let review = |line: &order_line::Model| {
        if facts.reviewed.contains(&line.id) {
            ReviewState::Written
        } else if facts.order.cancelled_at.is_some() || facts.order.shopper_id.is_none() {
            ReviewState::Impossible
        } else if line_has_arrived(facts, line) {
            ReviewState::Possible
        } else {
            ReviewState::NotYet
        }
    };
    let currency = Currency::new(&facts.order.currency).unwrap_or(Currency::CNY);
    let line = |line: &order_line::Model| {
        let title = Words::read(&line.title).get(locale).to_owned();
        OrderLine {
            id: line.id.clone().into(),
            variant: line.variant_id.clone().into(),
            product: line.product_id.clone().into(),
            slug: line.slug.clone(),
            picture: picture(&facts.pictures, line, &title),
            title,
            variant_name: Words::read(&line.variant_name).get(locale).to_owned(),
            quantity: line.quantity.unsigned_abs(),
            unit_price: Money::new(line.unit_price, currency),
            review: review(line),
        }
    };
    facts.lines.iter().map(line).collect()
}

fn picture(
    pictures: &HashMap<String, crate::media::entity::picture::Model>,
    line: &order_line::Model,
    alt: &str,
) -> vitrine_contract::media::Picture {
    let found = line.picture_id.as_ref().and_then(|id| pictures.get(id));
    super::offers::picture(found, alt)
}

fn shipment(facts: &Facts, parcel: &ParcelFacts, locale: Locale) -> Shipment {
    let row = &parcel.shipment;
    Shipment {
        id: row.id.clone().into(),
        carrier: carriers::name(&row.carrier, locale),
        tracking_number: row.tracking_number.clone(),
        tracking_url: carriers::page(&row.carrier, &row.tracking_number),
        items: parcel
            .items
            .iter()
            .map(|item| ShipmentItem {
                line: item.line_id.clone().into(),
                quantity: item.quantity.unsigned_abs(),
            })
            .collect(),
        status: row.status.as_str().into(),
        substatus: row.substatus.clone(),
        promised: promised(facts),
        expected: DeliveryPromise {
            from: timestamp(row.expected_from),
            until: timestamp(row.expected_until),
        },
        checkpoints: parcel.checkpoints.iter().map(|seen| checkpoint(row, seen)).collect(),
    }
}

fn checkpoint(
    shipment: &crate::tracking::entity::shipment::Model,
    seen: &crate::tracking::entity::checkpoint::Model,
) -> Checkpoint {
    Checkpoint {
        checkpoint_time: timestamp(seen.checkpoint_time),
        status: seen.status.as_str().into(),
        substatus: seen.substatus.clone(),
        message: seen.message.clone(),
        location: (!seen.city.is_empty()).then(|| Location {
            city: seen.city.clone(),
            state: seen.state.clone(),
            country_region: seen.country_region.clone(),
        }),
        raw_status: seen.raw_status.clone(),
        source: shipment.carrier.clone(),
    }
}

/// Whether anything of the order is packed.
pub fn is_packed(facts: &Facts) -> bool {
    !matches!(status::fulfilment(&standing(facts)), FulfilmentStatus::NotFulfilled)
}

fn read<T: serde::de::DeserializeOwned>(column: &str) -> AppResult<T> {
    serde_json::from_str(column).map_err(AppError::internal)
}
