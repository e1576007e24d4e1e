//! What a first look at the shop does without: it comes in Wasm files of its own.
//!
//! The main bundle knows only two functions of them, in [`contents`]. Whatever one
//! of these reaches, and the shop window doesn't, is moved into its bundle, or into
//! a file for both. Without the feature `split` they are ordinary functions, and
//! everything is there at once.

mod contents;
mod prefetch;
mod state;
mod view;

pub use prefetch::{prefetch_when_idle, soon, when_any_bundle_is_here};
pub use state::Bundles;
pub use view::{LaterPage, LaterReviews, LaterToaster};
