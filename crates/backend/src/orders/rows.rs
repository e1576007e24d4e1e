//! Writes the rows of a new order.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set, TryInsertResult};
use vitrine_contract::addresses::AddressFields;
use vitrine_contract::orders::Channel;
use vitrine_contract::payments::{PaymentKind, PaymentStatus};
use vitrine_contract::{Currency, Money};
use vitrine_pricing::Quote;

use super::buyer::Means;
use super::check::Wish;
use super::entity::{order, order_line};
use super::offers::Offer;
use super::{guest, number};
use crate::clock::{SECOND, new_id};
use crate::error::{AppError, AppResult};
use crate::idempotency::Claim;
use crate::payments::entity::payment;
use crate::payments::provider::{Charge, Duty};
use crate::state::AppState;

/// How often another number is tried when one is taken.
const NUMBER_TRIES: u32 = 5;

/// Writes the order, reserved, under a number that is free.
#[allow(clippy::too_many_arguments)] // Everything an order is made of.
pub async fn insert_order(
    state: &AppState,
    tx: &impl ConnectionTrait,
    claim: &Claim,
    shopper: Option<&str>,
    wish: &Wish,
    offers: &[Offer],
    quote: &Quote,
    address: &AddressFields,
) -> AppResult<order::Model> {
    let now = state.now();
    let id = new_id();
    let arrival = offers.iter().map(|offer| offer.arrival(now)).reduce(|a, b| a.and(b));
    let undo = if wish.channel == Channel::OneClick {
        i64::from(state.config.undo_seconds) * SECOND
    } else {
        0
    };
    let mut order = order::Model {
        number: number::new(),
        shopper_id: shopper.map(str::to_owned),
        guest_key_hash: shopper.is_none().then(|| guest::hash(&guest::key(state, &id))),
        contact: wish.contact.clone(),
        channel: wish.channel.as_str().to_owned(),
        language: wish.locale.tag().to_owned(),
        currency: quote.total.currency().code().to_owned(),
        total: quote.total.amount(),
        quote: serde_json::to_string(quote).map_err(AppError::internal)?,
        address: serde_json::to_string(address).map_err(AppError::internal)?,
        promised_from: arrival.map_or(now, |arrival| arrival.from),
        promised_until: arrival.map_or(now, |arrival| arrival.until),
        placed_at: now,
        confirmed_at: None,
        abandoned_at: None,
        undo_until: Some(now + undo),
        released_at: None,
        cancelled_at: None,
        claim_scope: claim.scope.clone(),
        claim_key: claim.key.clone(),
        id,
    };
    for _ in 0..NUMBER_TRIES {
        let row = order.clone().into_active_model();
        let inserted = order::Entity::insert(row)
            .on_conflict_do_nothing_on([order::Column::Number])
            .exec_without_returning(tx)
            .await?;
        if let TryInsertResult::Inserted(1..) = inserted {
            return Ok(order);
        }
        order.number = number::new();
    }
    Err(AppError::internal("no free order number was found"))
}

/// Writes the lines as they are bought.
pub async fn insert_lines(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    wish: &Wish,
    offers: &[Offer],
    ids: &[String],
) -> AppResult<Vec<order_line::Model>> {
    let lines: Vec<_> = offers
        .iter()
        .zip(&wish.lines)
        .zip(ids)
        .enumerate()
        .map(|(at, ((offer, line), id))| order_line::Model {
            id: id.clone(),
            order_id: order.id.clone(),
            position: i32::try_from(at).unwrap_or(i32::MAX),
            shopper_id: order.shopper_id.clone(),
            variant_id: offer.row.variant_id.clone(),
            product_id: offer.row.product_id.clone(),
            slug: offer.row.slug.clone(),
            title: offer.title.column(),
            variant_name: offer.variant_name.column(),
            picture_id: offer.row.picture_id.clone(),
            quantity: pieces(line.quantity),
            unit_price: offer.row.price,
        })
        .collect();
    let rows = lines.iter().cloned().map(IntoActiveModel::into_active_model);
    order_line::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(lines)
}

/// Writes the payment: cash is not paid, all else awaits its provider.
pub async fn insert_payment(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    means: Means,
) -> AppResult<payment::Model> {
    let cash = means.kind == PaymentKind::CashOnDelivery;
    let status = if cash { PaymentStatus::NotPaid } else { PaymentStatus::Awaiting };
    let payment = payment::Model {
        id: new_id(),
        order_id: order.id.clone(),
        kind: means.kind.as_str().to_owned(),
        provider: means.provider,
        token: means.token,
        label: means.label,
        reference: None,
        status: status.as_str().to_owned(),
        duty: (!cash).then(|| Duty::Authorize.as_str().to_owned()),
        amount: order.total,
        captured: 0,
        refunded: 0,
        currency: order.currency.clone(),
        paid_at: None,
        created_at: order.placed_at,
    };
    payment::Entity::insert(payment.clone().into_active_model()).exec_without_returning(tx).await?;
    Ok(payment)
}

/// The order becomes one: from now on it is seen. Returns whether this call did it.
pub async fn confirm(tx: &impl ConnectionTrait, order: &str, now: i64) -> AppResult<bool> {
    let confirmed = order::Entity::update_many()
        .set(order::ActiveModel { confirmed_at: Set(Some(now)), ..Default::default() })
        .filter(order::Column::Id.eq(order))
        .filter(order::Column::ConfirmedAt.is_null())
        .filter(order::Column::AbandonedAt.is_null())
        .exec(tx)
        .await?;
    Ok(confirmed.rows_affected == 1)
}

/// Quantities were checked to be at most 99.
pub fn pieces(quantity: u32) -> i32 {
    i32::try_from(quantity).unwrap_or(i32::MAX)
}

/// The charge that a payment stands for.
pub fn charge(payment: &payment::Model) -> AppResult<Charge> {
    Ok(Charge {
        payment: payment.id.clone(),
        token: payment.token.clone().unwrap_or_default(),
        amount: Money::new(payment.amount, Currency::new(&payment.currency)?),
    })
}
