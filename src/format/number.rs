use vitrine_i18n::Locale;

use super::engine::{self, NumberStyle};

/// `1,234`.
pub fn number(locale: Locale, value: u64) -> String {
    engine::number(locale, NumberStyle::Whole, value as f64)
}

/// A large number at a glance: `12K`, `1.2万`.
pub fn compact(locale: Locale, value: u64) -> String {
    engine::number(locale, NumberStyle::Compact, value as f64)
}

/// A share of one as whole per cent: `0.153` is `15%`.
pub fn percent(locale: Locale, share: f64) -> String {
    engine::number(locale, NumberStyle::Percent, share)
}

/// A rating with its one decimal: `4.0`.
pub fn rating(locale: Locale, value: f64) -> String {
    engine::number(locale, NumberStyle::Rating, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(Locale::En, 0), "0");
        assert_eq!(number(Locale::ZhHans, 1_234_567), "1,234,567");
    }

    #[test]
    fn large_numbers_shrink_as_intl_shrinks_them() {
        for (value, hans, hant, en) in [
            (999, "999", "999", "999"),
            (1_234, "1234", "1234", "1.2K"),
            (12_345, "1.2万", "1.2萬", "12K"),
            (120_000, "12万", "12萬", "120K"),
            (1_234_567, "123万", "123萬", "1.2M"),
            (123_456_789, "1.2亿", "1.2億", "123M"),
        ] {
            assert_eq!(compact(Locale::ZhHans, value), hans);
            assert_eq!(compact(Locale::ZhHant, value), hant);
            assert_eq!(compact(Locale::En, value), en);
        }
    }

    #[test]
    fn shares_and_ratings_are_rounded() {
        assert_eq!(percent(Locale::En, 0.153), "15%");
        assert_eq!(rating(Locale::En, 4.0), "4.0");
        assert_eq!(rating(Locale::ZhHans, 4.66), "4.7");
    }
}
