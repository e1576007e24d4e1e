use std::fmt;

/// Why a price could not be computed. Opaque: ask the predicates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricingError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Overflow,
    CurrencyMismatch,
    InvalidCurrency,
    InvalidQuantity,
    InvalidAmount,
    Empty,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $make:ident $is:ident $kind:ident;)*) => {
        impl PricingError {
            $(
                pub(crate) fn $make() -> Self { Self(Kind::$kind) }
                $(#[$doc])*
                pub fn $is(&self) -> bool { self.0 == Kind::$kind }
            )*
        }
    };
}

kinds! {
    /// An amount left the range of 64-bit minor units.
    overflow is_overflow Overflow;
    /// Amounts of different currencies met.
    currency_mismatch is_currency_mismatch CurrencyMismatch;
    /// A currency code is not three capital letters.
    invalid_currency is_invalid_currency InvalidCurrency;
    /// A quantity is zero or beyond the most one order may hold.
    invalid_quantity is_invalid_quantity InvalidQuantity;
    /// A price, fee or discount is negative, or a discount exceeds the goods.
    invalid_amount is_invalid_amount InvalidAmount;
    /// There was nothing to quote.
    empty is_empty Empty;
}

impl fmt::Display for PricingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Kind::Overflow => "amount out of range",
            Kind::CurrencyMismatch => "amounts of different currencies",
            Kind::InvalidCurrency => "not an ISO 4217 currency code",
            Kind::InvalidQuantity => "quantity out of range",
            Kind::InvalidAmount => "amount not allowed here",
            Kind::Empty => "nothing to quote",
        })
    }
}

impl std::error::Error for PricingError {}
