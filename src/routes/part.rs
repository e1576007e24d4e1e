//! The parts of the shop: what comes in a bundle of its own, and with which style.

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

    /// The style sheets that all it may show needs, beside those of every page: the parts
    /// that `index.html` marks them with.
    pub fn styles(self) -> &'static [&'static str] {
        match self {
            Self::Lists => &["controls", "waiting", "lists", "results"],
            Self::Product => &["controls", "waiting", "product", "below"],
            Self::Buy => &[],
            Self::Till | Self::After => {
                &["controls", "waiting", "lists", "results", "product", "below", "later"]
            }
        }
    }

    /// Whether it is a part of the shop window.
    pub fn is_in_window(self) -> bool {
        Self::WINDOW.contains(&self)
    }
}

/// A kind of page of the shop window, which a server writes with no more style than its
/// first screen needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowPage {
    /// Home.
    Home,
    /// A category, or what was searched for.
    Results,
    /// A product.
    Product,
}

impl WindowPage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Home, Self::Results, Self::Product];

    /// The part of the shop that it belongs to.
    pub fn part(self) -> Part {
        match self {
            Self::Home | Self::Results => Part::Lists,
            Self::Product => Part::Product,
        }
    }

    /// The style sheets that its first screen needs, as for [`Part::styles`].
    pub fn first_styles(self) -> &'static [&'static str] {
        match self {
            Self::Home => &["lists"],
            Self::Results => &["controls", "lists", "results"],
            Self::Product => &["controls", "product"],
        }
    }

    /// The sheets that the page has loaded where its first screen ends: what is below needs
    /// them, or what the app shows once it is awake.
    pub fn styles_at_fold(self) -> &'static [&'static str] {
        match self {
            Self::Home => &["controls", "results"],
            Self::Results => &[],
            Self::Product => &["below"],
        }
    }
}
