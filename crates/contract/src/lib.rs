//! Vitrine's REST contract: wire types, ids and problem codes.
//!
//! JSON in `snake_case`, times RFC 3339 in UTC, money in minor units, ids
//! opaque strings, lists with `meta`. Every unsafe request carries
//! [`IDEMPOTENCY_KEY`]. Types know no database and no framework; they are the
//! same for the storefront, the backend and the tests.
#![warn(missing_docs)]

mod open_enum;

pub mod addresses;
pub mod cart;
pub mod catalog;
pub mod contact;
pub mod identity;
pub mod ids;
pub mod list;
pub mod media;
pub mod orders;
pub mod payments;
pub mod problem;
pub mod products;
pub mod reviews;
pub mod shop;
pub mod time;
pub mod tracking;
pub mod validate;
pub mod webhooks;

#[cfg(feature = "openapi")]
pub mod openapi;

pub use ids::*;
pub use list::{List, Meta};
pub use problem::{FieldError, Problem, ProblemCode};
pub use time::Timestamp;
pub use vitrine_pricing::{Currency, Money};

/// The header that makes an unsafe request repeatable (IETF httpapi draft).
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
