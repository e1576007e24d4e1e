//! Typed calls of the REST contract, one file a noun, over one transport.
//!
//! The transport is the browser's `fetch`. A server reads before it renders, and
//! has no need of it (`server.rs`).

mod decode;
mod error;
mod request;
mod transport;

pub mod addresses;
pub mod cart;
pub mod catalog;
pub mod demo;
pub mod identity;
pub mod orders;
pub mod payments;
pub mod products;
pub mod reviews;
pub mod uploads;

pub use decode::decode;
pub use error::{ApiError, ApiResult, WayOut};
pub use request::{Call, Method, Read, Reply, query};
pub use transport::{Answer, fetch, read, send, take_embedded};
