//! Money and quotes, to the cent, the same in the browser and on the server.
//!
//! Pure: no clock, no I/O, no floats. Amounts are integers in minor units.
#![warn(missing_docs)]

mod allocate;
mod currency;
mod error;
mod money;
pub mod one_click;
mod quote;

pub use allocate::allocate;
pub use currency::Currency;
pub use error::PricingError;
pub use money::Money;
pub use quote::{DeliveryRule, Discount, MAX_QUANTITY, Quote, QuoteLine, QuotedLine, quote};
