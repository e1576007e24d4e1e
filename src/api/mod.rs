//! Typed calls of the REST contract, one file a noun, over one transport.
//!
//! In the browser the transport is `fetch`; while rendering on a server it is
//! the backend itself, called in-process from context ([`InProcess`]).

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
#[cfg(not(target_arch = "wasm32"))]
pub use transport::InProcess;
pub use transport::{Answer, fetch, read, send};
