//! Locales and every string of Vitrine in three languages.
//!
//! `locales/<noun>.toml` holds a noun's strings side by side in all languages;
//! the build turns each into a function of [`strings`], for example
//! `strings::cart::title(locale)`. Placeholders become parameters, and a
//! string with plural forms takes a [`Count`], whose category the caller gets
//! from `Intl.PluralRules` in the browser.
#![warn(missing_docs)]

mod count;
mod locale;
mod template;

pub use count::Count;
pub use locale::Locale;

/// One function a string; see the crate's documentation.
pub mod strings {
    include!(concat!(env!("OUT_DIR"), "/strings.rs"));
}
