//! A text in every language, as JSON in one column: what was bought keeps its
//! name even when the catalog changes it.

use std::collections::BTreeMap;

use vitrine_i18n::Locale;

/// A text by language tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// Adds the text of a language.
    pub fn add(&mut self, lang: impl Into<String>, text: impl Into<String>) {
        self.0.insert(lang.into(), text.into());
    }

    /// Reads the column. Anything unreadable is an empty text.
    pub fn read(column: &str) -> Self {
        Self(serde_json::from_str(column).unwrap_or_default())
    }

    /// The column.
    pub fn column(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// The text in the language, or in another one, or empty.
    pub fn get(&self, locale: Locale) -> &str {
        self.0
            .get(locale.tag())
            .or_else(|| Locale::ALL.iter().find_map(|other| self.0.get(other.tag())))
            .map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_language_is_better_than_none() {
        let mut words = Words::default();
        assert_eq!(words.get(Locale::En), "");
        words.add("zh-Hant", "筆電");
        let words = Words::read(&words.column());
        assert_eq!(words.get(Locale::En), "筆電");
        assert_eq!(words.get(Locale::ZhHant), "筆電");
    }
}
