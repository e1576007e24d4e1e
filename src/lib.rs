//! Vitrine's storefront. Data flows one way: contract → api → state → features.

pub mod api;
pub mod app;
pub mod browser;
pub mod features;
pub mod format;
pub mod i18n;
pub mod json;
pub mod reactive;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod server;
pub mod state;
pub mod ui;

pub use app::App;
