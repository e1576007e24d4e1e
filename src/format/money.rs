use vitrine_i18n::Locale;
use vitrine_pricing::Money;

use super::engine;

/// An amount in the pieces that a price sets apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyParts {
    /// Whether the amount is below zero.
    pub negative: bool,
    /// The currency's sign, which our languages write in front.
    pub sign: String,
    /// Whole units, grouped.
    pub integer: String,
    /// Decimals with their point, empty for a currency without any.
    pub fraction: String,
}

/// `¥1,299.00`, to the minor unit.
pub fn money(locale: Locale, amount: Money) -> String {
    engine::money(locale, amount.currency(), &amount.decimal())
}

/// The same text as [`money`] in pieces.
pub fn money_parts(locale: Locale, amount: Money) -> MoneyParts {
    split(&money(locale, amount))
}

fn split(text: &str) -> MoneyParts {
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (front, digits) = text.split_at(start);
    let (integer, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    MoneyParts {
        negative: front.contains('-'),
        sign: front.trim_matches(|c: char| c == '-' || c.is_whitespace()).to_owned(),
        integer: integer.to_owned(),
        fraction: fraction.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use vitrine_pricing::Currency;

    use super::*;

    fn fen(amount: i64) -> Money {
        Money::new(amount, Currency::CNY)
    }

    #[test]
    fn renminbi_has_the_short_sign_in_every_language() {
        for locale in Locale::ALL {
            assert_eq!(money(locale, fen(129_900)), "¥1,299.00");
            assert_eq!(money(locale, fen(-5)), "-¥0.05");
        }
    }

    #[test]
    fn no_cent_is_lost_however_large_the_amount() {
        assert_eq!(fen(i64::MAX).decimal(), "92233720368547758.07");
        assert_eq!(fen(i64::MIN).decimal(), "-92233720368547758.08");
    }

    #[test]
    fn currencies_without_minor_units_show_no_point() {
        let yen = Money::new(1_299, Currency::new("JPY").expect("a code"));
        let parts = money_parts(Locale::En, yen);
        assert_eq!((parts.integer.as_str(), parts.fraction.as_str()), ("1,299", ""));
    }

    #[test]
    fn the_pieces_make_up_the_text() {
        let parts = money_parts(Locale::ZhHans, fen(-123_456));
        assert!(parts.negative);
        assert_eq!(format!("{}{}{}", parts.sign, parts.integer, parts.fraction), "¥1,234.56");
    }
}
