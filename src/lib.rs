//! Vitrine's storefront. Data flows one way: contract → api → state → features.

pub mod format;
pub mod i18n;
pub mod ui;
