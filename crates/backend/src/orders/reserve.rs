//! The first half of a purchase: goods set aside and an order written, in one
//! transaction, before any money is asked for.

use sea_orm::entity::prelude::*;
use vitrine_contract::ProblemCode;
use vitrine_contract::addresses::AddressFields;
use vitrine_contract::orders::Channel;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::tracking::Step;
use vitrine_pricing::{Quote, QuoteLine, one_click, quote};

use super::buyer::{self, Means};
use super::check::{Destination, Wish};
use super::facts::Facts;
use super::offers::{self, Offer};
use super::rows::{insert_lines, insert_order, insert_payment, pieces};
use super::stock;
use crate::clock::new_id;
use crate::error::{AppError, AppResult};
use crate::idempotency::Claim;
use crate::state::AppState;
use crate::tracking::events;

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
