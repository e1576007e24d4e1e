//! The cart's lines as they are now, and what they cost.

use sea_orm::ConnectionTrait;
use vitrine_contract::cart::{Availability, CartItem, CartLine, CartQuote, LineRequest};
use vitrine_i18n::Locale;
use vitrine_pricing::{DeliveryRule, QuoteLine, quote};

use crate::error::AppResult;
use crate::products::delivery::Arrival;
use crate::products::items::{self, Item};

/// The lines, in the order asked for, with the quote of those that can be
/// bought. A line is named by its variant in the quote.
pub async fn cart(
    db: &impl ConnectionTrait,
    lines: Vec<LineRequest>,
    delivery: &DeliveryRule,
    locale: Locale,
    now: i64,
) -> AppResult<CartQuote> {
    let ids = lines.iter().map(|line| line.variant.0.clone());
    let items = items::by_variant_ids(db, locale, ids).await?;
    let mut shown = Vec::with_capacity(lines.len());
    let mut priced = Vec::new();
    let mut arrivals = Vec::new();
    for line in lines {
        let item = items.get(line.variant.as_str()).filter(|item| item.variant.active);
        let availability = availability(item, line.quantity);
        if let (Availability::Available, Some(item)) = (&availability, item) {
            priced.push(QuoteLine {
                id: line.variant.0.clone(),
                unit_price: item.price()?,
                quantity: line.quantity,
            });
            arrivals.push(Arrival::of(&item.product, now));
        }
        shown.push(CartLine {
            stock: item.map_or(0, stock),
            item: item.map(goods).transpose()?,
            variant: line.variant,
            quantity: line.quantity,
            availability,
        });
    }
    Ok(CartQuote {
        lines: shown,
        quote: if priced.is_empty() { None } else { Some(quote(&priced, &[], delivery)?) },
        delivery: arrivals.into_iter().reduce(Arrival::and).map(Arrival::to_contract),
    })
}

fn stock(item: &Item) -> u32 {
    u32::try_from(item.variant.stock).unwrap_or(0)
}

fn availability(item: Option<&Item>, quantity: u32) -> Availability {
    match item.map(stock) {
        None => Availability::Gone,
        Some(0) => Availability::SoldOut,
        Some(stock) if stock < quantity => Availability::Insufficient,
        Some(_) => Availability::Available,
    }
}

fn goods(item: &Item) -> AppResult<CartItem> {
    Ok(CartItem {
        product: item.product.id.clone().into(),
        slug: item.product.slug.clone(),
        title: item.title.clone(),
        variant_name: item.variant_name.clone(),
        picture: item.picture.clone(),
        unit_price: item.price()?,
        before_price: item.before_price()?,
        merchant: item.merchant.clone(),
    })
}
