/// A number with its plural category and its text in the shopper's format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    one: bool,
    text: String,
}

impl Count {
    /// `category` is a CLDR plural category as `Intl.PluralRules` names it;
    /// our languages tell only `one` from the rest. `text` is the formatted
    /// number.
    pub fn new(category: &str, text: String) -> Self {
        Self { one: category == "one", text }
    }

    /// Whether the category is `one`.
    pub fn is_one(&self) -> bool {
        self.one
    }

    /// The number as it is shown.
    pub fn text(&self) -> &str {
        &self.text
    }
}
