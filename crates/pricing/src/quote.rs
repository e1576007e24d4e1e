use serde::{Deserialize, Serialize};

use crate::{Money, PricingError, allocate};

/// The most pieces of one variant in one order.
pub const MAX_QUANTITY: u32 = 99;

/// A line to be quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteLine {
    /// What the caller calls the line; returned as it is.
    pub id: String,
    /// Price of one piece.
    pub unit_price: Money,
    /// Pieces, 1 to [`MAX_QUANTITY`].
    pub quantity: u32,
}

/// What delivery costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeliveryRule {
    /// The fee of an order.
    pub fee: Money,
    /// No fee from this worth of goods, after discounts, upwards.
    pub free_from: Option<Money>,
}

/// A reduction of the whole order. Promotions will produce these; the quote
/// only shares them out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discount {
    /// The rule that grants it.
    pub code: String,
    /// How much, at most the worth of the goods.
    pub amount: Money,
}

/// A line with its share of everything, so that a part of an order can be
/// refunded to the cent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QuotedLine {
    /// The caller's name of the line.
    pub id: String,
    /// Price of one piece.
    pub unit_price: Money,
    /// Pieces.
    pub quantity: u32,
    /// `unit_price` × `quantity`.
    pub subtotal: Money,
    /// This line's share of the discounts, not negative.
    pub discount: Money,
    /// This line's share of the delivery fee.
    pub delivery: Money,
    /// `subtotal` − `discount` + `delivery`.
    pub total: Money,
}

/// What an order costs in all, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quote {
    /// Every line with its shares.
    pub lines: Vec<QuotedLine>,
    /// Sum of the lines' subtotals.
    pub items: Money,
    /// Sum of the discounts, not negative.
    pub discount: Money,
    /// Delivery fee.
    pub delivery: Money,
    /// `items` − `discount` + `delivery`: what the shopper pays.
    pub total: Money,
    /// How much more worth of goods makes delivery free, if it isn't yet.
    pub free_delivery_gap: Option<Money>,
}

/// Computes what the lines cost in all.
///
/// Discounts are shared out by the lines' subtotals and the delivery fee by
/// what remains of them, both by [`allocate`], so that the lines' totals add
/// up to the order's.
///
/// Errors: nothing to quote, a quantity out of range, a negative amount,
/// discounts above the goods' worth, mixed currencies, or overflow.
///
/// ```
/// use vitrine_pricing::{Currency, DeliveryRule, Money, QuoteLine, quote};
/// let fen = |n| Money::new(n, Currency::CNY);
/// let rule = DeliveryRule { fee: fen(800), free_from: Some(fen(9_900)) };
/// let line = QuoteLine { id: "cable".into(), unit_price: fen(2_900), quantity: 2 };
/// let quote = quote(&[line], &[], &rule)?;
/// assert_eq!(quote.total, fen(6_600));
/// assert_eq!(quote.free_delivery_gap, Some(fen(4_100)));
/// # Ok::<(), vitrine_pricing::PricingError>(())
/// ```
pub fn quote(
    lines: &[QuoteLine],
    discounts: &[Discount],
    delivery: &DeliveryRule,
) -> Result<Quote, PricingError> {
    let currency = lines.first().ok_or_else(PricingError::empty)?.unit_price.currency();
    let zero = Money::zero(currency);

    let mut subtotals = Vec::with_capacity(lines.len());
    let mut items = zero;
    for line in lines {
        if !(1..=MAX_QUANTITY).contains(&line.quantity) {
            return Err(PricingError::invalid_quantity());
        }
        let subtotal = not_negative(line.unit_price)?.times(line.quantity)?;
        items = items.plus(subtotal)?;
        subtotals.push(subtotal);
    }
    let mut discount = zero;
    for granted in discounts {
        discount = discount.plus(not_negative(granted.amount)?)?;
    }
    let goods = not_negative(items.minus(discount)?)?;

    let mut gap = None;
    let mut fee = not_negative(delivery.fee)?;
    if let Some(free_from) = delivery.free_from {
        if free_from.at_most(goods)? {
            fee = Money::zero(fee.currency());
        } else if fee.amount() > 0 {
            gap = Some(free_from.minus(goods)?);
        }
    }
    let total = goods.plus(fee)?;

    let shares = |whole: Money, weights: &[Money]| {
        let weights: Vec<u64> = weights.iter().map(|m| m.amount().unsigned_abs()).collect();
        allocate(whole.amount().unsigned_abs(), &weights)
            .into_iter()
            .map(|part| {
                i64::try_from(part)
                    .map(|part| Money::new(part, currency))
                    .map_err(|_| PricingError::overflow())
            })
            .collect::<Result<Vec<_>, _>>()
    };
    let discount_shares = shares(discount, &subtotals)?;
    let remains = subtotals
        .iter()
        .zip(&discount_shares)
        .map(|(subtotal, share)| subtotal.minus(*share))
        .collect::<Result<Vec<_>, _>>()?;
    let delivery_shares = shares(fee, &remains)?;

    let mut quoted = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        quoted.push(QuotedLine {
            id: line.id.clone(),
            unit_price: line.unit_price,
            quantity: line.quantity,
            subtotal: subtotals[i],
            discount: discount_shares[i],
            delivery: delivery_shares[i],
            total: remains[i].plus(delivery_shares[i])?,
        });
    }
    Ok(Quote { lines: quoted, items, discount, delivery: fee, total, free_delivery_gap: gap })
}

fn not_negative(money: Money) -> Result<Money, PricingError> {
    if money.amount() < 0 { Err(PricingError::invalid_amount()) } else { Ok(money) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;
    use proptest::prelude::*;

    fn fen(amount: i64) -> Money {
        Money::new(amount, Currency::CNY)
    }

    fn line(price: i64, quantity: u32) -> QuoteLine {
        QuoteLine { id: price.to_string(), unit_price: fen(price), quantity }
    }

    const RULE: DeliveryRule = DeliveryRule {
        fee: Money::new(800, Currency::CNY),
        free_from: Some(Money::new(9_900, Currency::CNY)),
    };

    #[test]
    fn delivery_is_free_from_the_threshold_on() {
        assert_eq!(quote(&[line(9_899, 1)], &[], &RULE).unwrap().delivery, fen(800));
        let free = quote(&[line(9_900, 1)], &[], &RULE).unwrap();
        assert_eq!((free.delivery, free.free_delivery_gap), (fen(0), None));
    }

    #[test]
    fn bad_input_is_refused() {
        assert!(quote(&[], &[], &RULE).unwrap_err().is_empty());
        assert!(quote(&[line(1, 0)], &[], &RULE).unwrap_err().is_invalid_quantity());
        assert!(quote(&[line(1, 100)], &[], &RULE).unwrap_err().is_invalid_quantity());
        assert!(quote(&[line(-1, 1)], &[], &RULE).unwrap_err().is_invalid_amount());
        let much = Discount { code: "x".into(), amount: fen(2) };
        assert!(quote(&[line(1, 1)], &[much], &RULE).unwrap_err().is_invalid_amount());
        let usd =
            QuoteLine { unit_price: Money::new(1, Currency::new("USD").unwrap()), ..line(1, 1) };
        assert!(quote(&[line(1, 1), usd], &[], &RULE).unwrap_err().is_currency_mismatch());
        assert!(quote(&[line(i64::MAX, 2)], &[], &RULE).unwrap_err().is_overflow());
    }

    proptest! {
        #[test]
        fn lines_add_up_to_the_order(
            prices in prop::collection::vec((0i64..10_000_000, 1u32..=MAX_QUANTITY), 1..20),
            percent in 0i64..=100,
            fee in 0i64..10_000,
        ) {
            let lines: Vec<_> = prices.iter().map(|&(p, q)| line(p, q)).collect();
            let worth: i64 = prices.iter().map(|&(p, q)| p * i64::from(q)).sum();
            let discount = Discount { code: "sale".into(), amount: fen(worth * percent / 100) };
            let rule = DeliveryRule { fee: fen(fee), free_from: None };
            let quote = quote(&lines, &[discount], &rule).unwrap();
            let sum = |f: fn(&QuotedLine) -> Money| quote.lines.iter().map(|l| f(l).amount()).sum::<i64>();
            prop_assert_eq!(sum(|l| l.subtotal), quote.items.amount());
            prop_assert_eq!(sum(|l| l.discount), quote.discount.amount());
            prop_assert_eq!(sum(|l| l.delivery), quote.delivery.amount());
            prop_assert_eq!(sum(|l| l.total), quote.total.amount());
            prop_assert_eq!(quote.total.amount(), worth - quote.discount.amount() + fee);
            prop_assert!(quote.lines.iter().all(|l| l.total.amount() >= 0 && l.discount.amount() <= l.subtotal.amount()));
        }

        #[test]
        fn money_survives_the_wire(amount in any::<i64>()) {
            let text = serde_json::to_string(&fen(amount)).unwrap();
            prop_assert_eq!(serde_json::from_str::<Money>(&text).unwrap(), fen(amount));
        }
    }
}
