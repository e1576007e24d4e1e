//! The language of the page, and where it comes from.
//!
//! A change of language renders the app anew, so a component reads the locale
//! once and calls plain functions: `strings::cart::title(l)`. No string costs
//! a reactive closure.

use leptos::prelude::*;

pub use vitrine_i18n::{Count, Locale, strings};

/// Makes `locale` the language of everything below the current owner.
pub fn provide_locale(locale: Locale) {
    provide_context(locale);
}

/// The language of the page. Call it at the top of a component, not in a late
/// callback. English when none was provided, as in a component's own test.
pub fn use_locale() -> Locale {
    use_context().unwrap_or_default()
}
