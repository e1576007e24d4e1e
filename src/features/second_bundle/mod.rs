//! What a first look at the shop does without: it comes in a Wasm file of its own.
//!
//! The main bundle knows only one function of it, in [`contents`]; whatever that
//! reaches, and nothing else does, is moved into the second one. Without the
//! feature `split` it is an ordinary function, and everything is there at once.

mod contents;
mod prefetch;
mod state;
mod view;

pub use prefetch::prefetch_when_idle;
pub use state::SecondBundle;
pub use view::{LaterPage, LaterReviews, LaterToaster};
