//! When one click may buy: the same rule beside the button and behind it.

use crate::{Money, PricingError};

/// What the rule looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Whether a shopper is signed in.
    pub signed_in: bool,
    /// Whether that shopper has a default address.
    pub has_default_address: bool,
    /// The password-free limit of the default payment method, if there is one.
    pub password_free_limit: Option<Money>,
    /// Whether the variant has enough pieces.
    pub in_stock: bool,
    /// Whether the shopper bought this product before.
    pub bought_before: bool,
    /// What the click would cost in all.
    pub total: Money,
    /// Up to this total a product may be bought by one click for the first time.
    pub threshold: Money,
}

/// The first thing in the way of buying by one click, in the order in which a
/// shopper can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// No piece is left.
    OutOfStock,
    /// Nobody is signed in.
    SignIn,
    /// There is no default address.
    Address,
    /// There is no default payment method.
    PaymentMethod,
    /// The total is above the payment method's password-free limit.
    OverLimit,
    /// Never bought before, and dearer than the shop's threshold.
    FirstPurchase,
}

impl Obstacle {
    /// The stable name on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::OutOfStock => "out_of_stock",
            Self::SignIn => "sign_in",
            Self::Address => "address",
            Self::PaymentMethod => "payment_method",
            Self::OverLimit => "over_limit",
            Self::FirstPurchase => "first_purchase",
        }
    }
}

/// What stands in the way, or `None` when one click may buy. Errors when the
/// amounts are of different currencies.
pub fn obstacle(situation: &Situation) -> Result<Option<Obstacle>, PricingError> {
    let Situation { total, threshold, .. } = *situation;
    Ok(if !situation.in_stock {
        Some(Obstacle::OutOfStock)
    } else if !situation.signed_in {
        Some(Obstacle::SignIn)
    } else if !situation.has_default_address {
        Some(Obstacle::Address)
    } else {
        match situation.password_free_limit {
            None => Some(Obstacle::PaymentMethod),
            Some(limit) if !total.at_most(limit)? => Some(Obstacle::OverLimit),
            Some(_) if !situation.bought_before && !total.at_most(threshold)? => {
                Some(Obstacle::FirstPurchase)
            }
            Some(_) => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;

    fn allowed() -> Situation {
        let fen = |n| Money::new(n, Currency::CNY);
        Situation {
            signed_in: true,
            has_default_address: true,
            password_free_limit: Some(fen(100_000)),
            in_stock: true,
            bought_before: false,
            total: fen(20_000),
            threshold: fen(20_000),
        }
    }

    #[test]
    fn every_obstacle_is_named_and_bought_before_lifts_the_threshold() {
        let check = |change: fn(&mut Situation)| {
            let mut situation = allowed();
            change(&mut situation);
            obstacle(&situation).unwrap()
        };
        assert_eq!(check(|_| ()), None);
        assert_eq!(check(|s| s.in_stock = false), Some(Obstacle::OutOfStock));
        assert_eq!(check(|s| s.signed_in = false), Some(Obstacle::SignIn));
        assert_eq!(check(|s| s.has_default_address = false), Some(Obstacle::Address));
        assert_eq!(check(|s| s.password_free_limit = None), Some(Obstacle::PaymentMethod));
        assert_eq!(
            check(|s| s.total = Money::new(100_001, Currency::CNY)),
            Some(Obstacle::OverLimit)
        );
        let dearer: fn(&mut Situation) = |s| s.total = Money::new(20_001, Currency::CNY);
        assert_eq!(check(dearer), Some(Obstacle::FirstPurchase));
        assert_eq!(
            check(|s| {
                s.total = Money::new(20_001, Currency::CNY);
                s.bought_before = true;
            }),
            None
        );
    }
}
