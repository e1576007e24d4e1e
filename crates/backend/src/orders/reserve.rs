//! The first half of a purchase: goods set aside and an order written, in one
//! transaction, before any money is asked for.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set, TryInsertResult};
use vitrine_contract::addresses::AddressFields;
use vitrine_contract::orders::Channel;
use vitrine_contract::payments::{PaymentKind, PaymentStatus};
use vitrine_contract::problem::FieldCode;
use vitrine_contract::tracking::Step;
use vitrine_contract::{Money, ProblemCode};
use vitrine_pricing::{Quote, QuoteLine, one_click, quote};

use super::buyer::{self, Means};
use super::check::{Destination, Wish};
use super::entity::{order, order_line};
use super::facts::Facts;
use super::offers::{self, Offer};
use super::{guest, number, stock};

use crate::clock::{SECOND, new_id};
use crate::error::{AppError, AppResult};
use crate::idempotency::Claim;
use crate::payments::entity::payment;
use crate::payments::provider::Duty;
use crate::state::AppState;
use crate::tracking::events;

/// How often another number is tried when one is taken.
const NUMBER_TRIES: u32 = 5;

/// Sets the goods aside and writes the order. With cash it is confirmed at
/// once; else its payment awaits the provider.
///
/// Errors: `invalid_input` for unknown variants, addresses and means of
/// payment; `price_changed`, `out_of_stock`, `one_click_not_allowed`.
pub async fn reserve(
    state: &AppState,
    tx: &impl ConnectionTrait,
    claim: &Claim,
    shopper: Option<&str>,
    wish: Wish,
) -> AppResult<Facts> {
    let now = state.now();
    let ids: Vec<String> = wish.lines.iter().map(|line| line.variant.0.clone()).collect();
    let mut found = offers::load(tx, &ids).await?;
    let mut offers = Vec::with_capacity(ids.len());
    for (at, id) in ids.iter().enumerate() {
        let path = format!("lines.{at}.variant");
        offers.push(
            found.remove(id).ok_or_else(|| {
                AppError::invalid(&path, FieldCode::Unknown, "not sold (any more)")
            })?,
        );
    }
    let line_ids: Vec<String> = offers.iter().map(|_| new_id()).collect();
    let quote = price(state, &wish, &offers, &line_ids)?;
    let means = buyer::means(state, tx, shopper, &wish.payment).await?;
    let address = destination(tx, shopper, &wish).await?;
    if wish.channel == Channel::OneClick {
        let product = offers.first().map(|offer| offer.row.product_id.as_str());
        let stored = matches!(wish.address, Destination::Stored(_));
        allow_one_click(state, tx, shopper, product, &means, address.is_some() && stored, &quote)
            .await?;
    }
    let address = address.ok_or_else(|| {
        AppError::invalid("address.id", FieldCode::Unknown, "no such address of yours")
    })?;
    let means = means.ok_or_else(|| {
        AppError::invalid("payment.id", FieldCode::Unknown, "no such means of payment of yours")
    })?;
    take_stock(tx, &wish, &offers).await?;
    if let (Some(shopper), Destination::Typed { fields, save: true }) = (shopper, &wish.address) {
        buyer::save_address(tx, shopper, fields, now).await?;
    }

    let order = insert_order(state, tx, claim, shopper, &wish, &offers, &quote, &address).await?;
    let lines = insert_lines(tx, &order, &wish, &offers, &line_ids).await?;
    let payment = insert_payment(tx, &order, means).await?;
    let last_event_id = events::append(tx, &order.id, &Step::Placed, now).await?;
    Ok(Facts {
        pictures: offers
            .into_iter()
            .filter_map(|offer| offer.row.picture_id.zip(offer.picture))
            .collect(),
        parcels: Vec::new(),
        reviewed: Default::default(),
        order,
        lines,
        payment,
        last_event_id,
    })
}

fn price(state: &AppState, wish: &Wish, offers: &[Offer], line_ids: &[String]) -> AppResult<Quote> {
    let mut lines = Vec::with_capacity(offers.len());
    for ((offer, line), id) in offers.iter().zip(&wish.lines).zip(line_ids) {
        lines.push(QuoteLine {
            id: id.clone(),
            unit_price: offer.unit_price()?,
            quantity: line.quantity,
        });
    }
    let quote = quote(&lines, &[], &state.config.shop().delivery)?;
    if quote.total == wish.expected_total {
        return Ok(quote);
    }
    let (amount, currency) = (quote.total.amount(), quote.total.currency());
    Err(AppError::new(ProblemCode::PriceChanged)
        .detail(format!("the total is {amount} {currency} now (minor units)")))
}

async fn destination(
    tx: &impl ConnectionTrait,
    shopper: Option<&str>,
    wish: &Wish,
) -> AppResult<Option<AddressFields>> {
    Ok(match (&wish.address, shopper) {
        (Destination::Typed { fields, .. }, _) => Some(fields.clone()),
        (Destination::Stored(id), Some(shopper)) => buyer::address(tx, shopper, id).await?,
        (Destination::Stored(_), None) => None,
    })
}

/// The rule beside the button, asked again behind it. Stock is looked at by
/// whoever takes it.
async fn allow_one_click(
    state: &AppState,
    tx: &impl ConnectionTrait,
    shopper: Option<&str>,
    product: Option<&str>,
    means: &Option<Means>,
    has_address: bool,
    quote: &Quote,
) -> AppResult<()> {
    let bought_before = match (shopper, product) {
        (Some(shopper), Some(product)) => buyer::bought_before(tx, shopper, product).await?,
        _ => false,
    };
    let obstacle = one_click::obstacle(&one_click::Situation {
        signed_in: shopper.is_some(),
        has_default_address: has_address,
        password_free_limit: means.as_ref().and_then(|means| means.password_free_limit),
        in_stock: true,
        bought_before,
        total: quote.total,
        threshold: state.config.shop().one_click_threshold,
    })?;
    match obstacle {
        None => Ok(()),
        Some(obstacle) => {
            Err(AppError::new(ProblemCode::OneClickNotAllowed).detail(obstacle.code()))
        }
    }
}

async fn take_stock(tx: &impl ConnectionTrait, wish: &Wish, offers: &[Offer]) -> AppResult<()> {
    let want = |(at, (offer, line)): (usize, (&Offer, &vitrine_contract::cart::LineRequest))| {
        stock::Want {
            line: at,
            variant: offer.row.variant_id.clone(),
            product: offer.row.product_id.clone(),
            quantity: pieces(line.quantity),
            left: offer.row.stock,
        }
    };
    stock::take(tx, offers.iter().zip(&wish.lines).enumerate().map(want).collect()).await
}

#[allow(clippy::too_many_arguments)] // Everything an order is made of.
async fn insert_order(
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

async fn insert_lines(
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

async fn insert_payment(
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
fn pieces(quantity: u32) -> i32 {
    i32::try_from(quantity).unwrap_or(i32::MAX)
}

/// The charge that a payment stands for.
pub fn charge(payment: &payment::Model) -> AppResult<crate::payments::provider::Charge> {
    Ok(crate::payments::provider::Charge {
        payment: payment.id.clone(),
        token: payment.token.clone().unwrap_or_default(),
        amount: Money::new(payment.amount, vitrine_contract::Currency::new(&payment.currency)?),
    })
}
