//! Words in the language asked for, or in simplified Chinese where they miss.

use std::collections::HashMap;

use vitrine_i18n::Locale;

/// The language in which everything has words.
pub const FALLBACK: Locale = Locale::ZhHans;

/// The languages to load for `lang`.
pub fn tags(lang: Locale) -> [&'static str; 2] {
    [lang.tag(), FALLBACK.tag()]
}

/// The better of the rows loaded for [`tags`], by the id that each belongs to.
pub fn preferred<T>(
    rows: Vec<T>,
    lang: Locale,
    parts: impl Fn(&T) -> (&str, &str),
) -> HashMap<String, T> {
    let mut chosen = HashMap::with_capacity(rows.len());
    for row in rows {
        let (id, tag) = parts(&row);
        if tag == lang.tag() || !chosen.contains_key(id) {
            chosen.insert(id.to_owned(), row);
        }
    }
    chosen
}
