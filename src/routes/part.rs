//! The parts of the shop: what comes in a bundle of its own, and with which style.

/// The style sheet of what stands below a product's first screen, where the page has it
/// loaded.
pub const BELOW: &str = "below";

/// A part of the shop that comes in a bundle of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Home, lists and search.
    Lists,
    /// A product.
    Product,
    /// What one click would buy, for those who are known.
    Buy,
    /// From the first wish to the order.
    Till,
    /// What comes after it, and the shopper's own things.
    After,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Lists, Self::Product, Self::Buy, Self::Till, Self::After];
    /// The shop window, with which most visits begin.
    pub const WINDOW: [Self; 2] = [Self::Lists, Self::Product];

    /// The style sheets that its first screen needs beside those of every page: the parts
    /// that `index.html` marks them with.
    pub fn first_styles(self) -> &'static [&'static str] {
        match self {
            Self::Lists => &["lists"],
            Self::Product => &["product"],
            _ => self.styles(),
        }
    }

    /// Those that all it may show needs.
    pub fn styles(self) -> &'static [&'static str] {
        match self {
            Self::Lists => &["waiting", "lists"],
            Self::Product => &["waiting", "product", BELOW],
            Self::Buy => &[],
            Self::Till | Self::After => &["waiting", "lists", "product", BELOW, "later"],
        }
    }

    /// Whether it is a part of the shop window.
    pub fn is_in_window(self) -> bool {
        Self::WINDOW.contains(&self)
    }
}
