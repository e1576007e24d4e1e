//! The shop window.

mod page;
mod shelf;

pub use page::HomePage;
