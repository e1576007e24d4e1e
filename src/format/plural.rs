use vitrine_i18n::{Count, Locale};

use super::{engine, number};

/// A number for a string with plural forms: its category and its text.
pub fn count(locale: Locale, n: u64) -> Count {
    Count::new(&engine::plural(locale, n), number(locale, n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_english_tells_one_from_many() {
        assert!(count(Locale::En, 1).is_one());
        assert!(!count(Locale::En, 0).is_one());
        assert!(!count(Locale::ZhHans, 1).is_one());
        assert_eq!(count(Locale::En, 1_234).text(), "1,234");
    }
}
