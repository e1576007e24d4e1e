/// One of several options of a select, segmented control or tabs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the callback gets.
    pub value: String,
    /// What the shopper reads.
    pub label: String,
    /// Shown, but not to be chosen now.
    pub disabled: bool,
}

impl Choice {
    /// A choice that can be made.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), disabled: false }
    }
}
