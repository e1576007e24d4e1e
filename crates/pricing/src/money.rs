use serde::{Deserialize, Serialize};

use crate::{Currency, PricingError};

/// An amount in minor units of a currency: `{ "amount": 12900, "currency": "CNY" }` is ¥129.00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Money {
    amount: i64,
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "CNY"))]
    currency: Currency,
}

impl Money {
    /// `amount` in minor units.
    pub const fn new(amount: i64, currency: Currency) -> Self {
        Self { amount, currency }
    }

    /// Nothing, in `currency`.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// Minor units.
    pub const fn amount(self) -> i64 {
        self.amount
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The amount as an exact decimal number, `-12.05`; floats would lose cents.
    pub fn decimal(self) -> String {
        let places = usize::from(self.currency.exponent());
        let digits = format!("{:0>width$}", self.amount.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let minus = if self.amount < 0 { "-" } else { "" };
        let point = if places > 0 { "." } else { "" };
        format!("{minus}{whole}{point}{fraction}")
    }

    /// The sum, or an error on overflow or another currency.
    ///
    /// ```
    /// use vitrine_pricing::{Currency, Money};
    /// let fen = |n| Money::new(n, Currency::CNY);
    /// assert_eq!(fen(120).plus(fen(30)), Ok(fen(150)));
    /// assert!(fen(i64::MAX).plus(fen(1)).unwrap_err().is_overflow());
    /// ```
    pub fn plus(self, other: Self) -> Result<Self, PricingError> {
        self.same_currency(other)?;
        self.amount
            .checked_add(other.amount)
            .map(|amount| Self { amount, ..self })
            .ok_or_else(PricingError::overflow)
    }

    /// The difference, which may be negative.
    pub fn minus(self, other: Self) -> Result<Self, PricingError> {
        self.same_currency(other)?;
        self.amount
            .checked_sub(other.amount)
            .map(|amount| Self { amount, ..self })
            .ok_or_else(PricingError::overflow)
    }

    /// This amount `quantity` times.
    pub fn times(self, quantity: u32) -> Result<Self, PricingError> {
        self.amount
            .checked_mul(i64::from(quantity))
            .map(|amount| Self { amount, ..self })
            .ok_or_else(PricingError::overflow)
    }

    /// Whether this is at most `other`; an error on another currency.
    pub fn at_most(self, other: Self) -> Result<bool, PricingError> {
        self.same_currency(other)?;
        Ok(self.amount <= other.amount)
    }

    fn same_currency(self, other: Self) -> Result<(), PricingError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(PricingError::currency_mismatch())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_with_the_decimals_of_their_currency() {
        for (amount, currency, text) in [
            (629_900, "CNY", "6299.00"),
            (5, "CNY", "0.05"),
            (0, "CNY", "0.00"),
            (-150, "CNY", "-1.50"),
            (1_200, "JPY", "1200"),
            (1_234, "KWD", "1.234"),
            (i64::MIN, "JPY", "-9223372036854775808"),
        ] {
            assert_eq!(Money::new(amount, Currency::new(currency).unwrap()).decimal(), text);
        }
    }
}
