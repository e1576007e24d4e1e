//! What a demo shopper bought before the first visit, so that a visitor sees a
//! life: an order that arrived and can be reviewed, one that was reviewed, and
//! one that is on its way and will arrive while one watches.
//!
//! Written by the shop's own functions, on a clock that stands in the past.

use std::collections::HashSet;
use std::sync::Arc;

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};
use vitrine_contract::addresses::AddressFields;
use vitrine_contract::cart::LineRequest;
use vitrine_contract::orders::Channel;
use vitrine_contract::payments::{PaymentChoice, PaymentStatus, SANDBOX_TOKENS};
use vitrine_contract::reviews::ReviewStatus;
use vitrine_contract::tracking::{Step, TrackingStatus};
use vitrine_contract::{Currency, Money};
use vitrine_i18n::Locale;
use vitrine_pricing::{QuoteLine, quote};

use super::journey::{save, scaled, ships_from};
use super::scenario::Scenario;
use super::script::{Act, Deed, script};
use crate::clock::{DAY, SECOND, TestClock, new_id};
use crate::error::AppResult;
use crate::idempotency::Claim;
use crate::orders::facts::Facts;
use crate::orders::{self, Destination, Wish};
use crate::payments::entity::payment;
use crate::products::entity::product;
use crate::reviews::entity::review;
use crate::reviews::writing;
use crate::state::AppState;
use crate::tracking::checkpoints::{self, Sighting};
use crate::tracking::{events, parcels};

/// When the next thing happens to the parcel that is on its way.
const SOON: i64 = 20 * SECOND;

/// Gives the shopper three past orders. Stock and sales are left as they are:
/// these purchases never took place.
pub async fn seed(
    tx: &impl ConnectionTrait,
    state: &AppState,
    shopper: &str,
    locale: Locale,
    address: &AddressFields,
) -> AppResult<()> {
    let goods = goods(tx).await?;
    let ages = [(23 * DAY, true), (9 * DAY, true), (DAY + DAY / 6, false)];
    for (product, (age, arrived)) in goods.iter().zip(ages) {
        let past = AppState { clock: Arc::new(TestClock::at(state.now() - age)), ..state.clone() };
        let facts = buy(tx, &past, shopper, locale, address, product).await?;
        let acts = script(&facts, &ships_from(tx, &facts).await?, Scenario::OnTime);
        let until = if arrived { acts.len() } else { before_the_courier(&acts) };
        play(tx, &facts, &acts[..until], age, arrived).await?;
        let (started_at, next_at) = match acts.get(until) {
            Some(next) => {
                (state.now() + SOON - scaled(state, next.after), Some(state.now() + SOON))
            }
            None => (facts.order.placed_at, None),
        };
        let id = &facts.order.id;
        save(tx, id, Scenario::OnTime, Some(started_at), until, next_at).await?;
        if age > 20 * DAY {
            let author = writing::mask(&address.name);
            review(tx, state, shopper, author, locale, &facts).await?;
        }
    }
    Ok(())
}

/// Three of the best sold, each of another category.
async fn goods(tx: &impl ConnectionTrait) -> AppResult<Vec<product::Model>> {
    let mut found = product::Entity::find()
        .filter(product::Column::InStock.eq(true))
        .order_by_desc(product::Column::UnitsSold)
        .order_by_asc(product::Column::Id)
        .limit(40)
        .all(tx)
        .await?;
    let mut seen = HashSet::new();
    found.retain(|product| seen.insert(product.category_id.clone()));
    found.truncate(3);
    Ok(found)
}

async fn buy(
    tx: &impl ConnectionTrait,
    past: &AppState,
    shopper: &str,
    locale: Locale,
    address: &AddressFields,
    product: &product::Model,
) -> AppResult<Facts> {
    let unit_price = Money::new(product.price, Currency::new(&product.currency)?);
    let line = QuoteLine { id: String::new(), unit_price, quantity: 1 };
    let wish = Wish {
        channel: Channel::Checkout,
        lines: vec![LineRequest {
            variant: product.default_variant_id.clone().into(),
            quantity: 1,
        }],
        address: Destination::Typed { fields: address.clone(), save: false },
        contact: None,
        payment: PaymentChoice::Token { token: SANDBOX_TOKENS[0].to_owned() },
        expected_total: quote(&[line], &[], &past.config.shop().delivery)?.total,
        locale,
    };
    let claim = Claim { scope: "demo-history".to_owned(), key: String::new() };
    let mut facts = orders::reserve_goods(past, tx, &claim, Some(shopper), wish).await?;
    orders::give_back(tx, &facts.lines).await?;
    let now = past.now();
    orders::entity::order::Entity::update_many()
        .set(orders::entity::order::ActiveModel {
            confirmed_at: Set(Some(now)),
            released_at: Set(Some(now)),
            undo_until: Set(None),
            ..Default::default()
        })
        .filter(orders::entity::order::Column::Id.eq(&facts.order.id))
        .exec(tx)
        .await?;
    payment::Entity::update_many()
        .set(payment::ActiveModel {
            status: Set(PaymentStatus::Captured.as_str().to_owned()),
            reference: Set(Some(format!("sbx_{}", facts.payment.id))),
            captured: Set(facts.payment.amount),
            duty: Set(None),
            paid_at: Set(Some(now)),
            ..Default::default()
        })
        .filter(payment::Column::Id.eq(&facts.payment.id))
        .exec(tx)
        .await?;
    events::append(tx, &facts.order.id, &Step::Paid, now).await?;
    facts.order.released_at = Some(now);
    Ok(facts)
}

/// How many acts come before the courier rings.
fn before_the_courier(acts: &[Act]) -> usize {
    let courier = |act: &Act| match &act.deed {
        Deed::Seen { sight, .. } => sight.status == TrackingStatus::OutForDelivery,
        _ => false,
    };
    acts.iter().position(courier).unwrap_or(acts.len())
}

/// Plays the acts, spread over the time that such a parcel takes in life.
async fn play(
    tx: &impl ConnectionTrait,
    facts: &Facts,
    acts: &[Act],
    age: i64,
    arrived: bool,
) -> AppResult<()> {
    let order = &facts.order;
    let life = if arrived { order.promised_until - order.placed_at - DAY / 8 } else { age * 4 / 5 };
    let whole = acts.last().map_or(1, |act| act.after.max(1));
    for act in acts {
        let at = order.placed_at + act.after * (life / whole) + life % whole * act.after / whole;
        match &act.deed {
            Deed::Captured => {}
            Deed::Packed(parcel) => _ = parcels::packed(tx, order, parcel, at, at).await?,
            Deed::Shipped(parcel) => parcels::shipped(tx, order, parcel, at, at).await?,
            Deed::Seen { carrier, number, sight } => {
                let Some(shipment) = parcels::find(tx, carrier, number).await? else { continue };
                let seen = Sighting {
                    at,
                    status: sight.status.clone(),
                    substatus: sight.substatus.to_owned(),
                    message: sight.message.clone(),
                    location: sight.location.clone(),
                    raw_status: sight.substatus.to_uppercase(),
                    expected: None,
                };
                checkpoints::record(tx, order, &shipment, seen, at).await?;
            }
        }
    }
    Ok(())
}

/// The shopper's own review. It waits for moderation: every visitor has one,
/// and the product's real reviews shall not drown in them.
async fn review(
    tx: &impl ConnectionTrait,
    state: &AppState,
    shopper: &str,
    author: String,
    locale: Locale,
    facts: &Facts,
) -> AppResult<()> {
    let Some(line) = facts.lines.first() else { return Ok(()) };
    let text = match locale {
        Locale::ZhHans => "用了两个星期才来评价：和描述的一样，做工扎实，包装也用心。",
        Locale::ZhHant => "用了兩個星期才來評價：和描述的一樣，做工紮實，包裝也用心。",
        Locale::En => "Two weeks in: just as described, solidly made, and packed with care.",
    };
    let row = review::ActiveModel {
        id: Set(new_id()),
        product_id: Set(line.product_id.clone()),
        variant_id: Set(Some(line.variant_id.clone())),
        shopper_id: Set(Some(shopper.to_owned())),
        order_line_id: Set(Some(line.id.clone())),
        author: Set(author),
        verified_purchase: Set(true),
        rating: Set(5),
        quality: Set(5),
        value: Set(4),
        appearance: Set(5),
        logistics: Set(5),
        service: Set(5),
        title: Set(String::new()),
        text: Set(text.to_owned()),
        language: Set(locale.tag().to_owned()),
        photo_count: Set(0),
        helpful: Set(0),
        reply: Set(None),
        written_at: Set(state.now() - 5 * DAY),
        status: Set(ReviewStatus::Pending.as_str().to_owned()),
    };
    review::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
