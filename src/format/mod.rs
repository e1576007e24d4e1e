//! Money, numbers, dates and plurals as the shopper's language writes them.
//!
//! In the browser `Intl` does the work, at no cost in bytes. The server's HTML
//! comes from a small twin (`native.rs`) that gives the same text for our
//! languages, in the shop's time zone.

mod date;
#[cfg(target_arch = "wasm32")]
#[path = "intl.rs"]
mod engine;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod engine;
mod money;
mod number;
mod plural;
mod relative;

pub use date::{DateStyle, date, date_range, now};
pub use money::{MoneyParts, money, money_parts};
pub use number::{compact, number, percent, rating};
pub use plural::count;
pub use relative::relative;
