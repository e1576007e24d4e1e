//! What not every page needs: it comes in Wasm files of its own.
//!
//! The main bundle knows only four functions of them, in [`contents`]. Whatever one
//! of these alone reaches is moved into its bundle; what both behind the shop window
//! reach, into a file for both. These two bring a style sheet along: those that
//! `index.html` marks as later. Without the feature `split` they are ordinary functions,
//! and everything is there at once.

mod contents;
#[cfg(target_arch = "wasm32")]
mod first;
mod prefetch;
mod state;
mod view;

#[cfg(target_arch = "wasm32")]
pub use first::load_first;
pub use prefetch::{prefetch_when_idle, soon, when_any_bundle_is_here, when_till_is_here};
pub use state::Bundles;
pub use view::{LaterPage, LaterReviews, LaterToaster};
