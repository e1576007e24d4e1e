//! Buying with one click.

mod button;
mod control;
mod finished;
mod missing;
mod obstacle;
mod offer;
mod place;
mod placed;
mod trouble;

pub use control::control;
pub use finished::tell_of_finished_purchases;
pub use place::{OneClick, Wanted};
pub use placed::PlacedView;
pub use trouble::TroubleView;
