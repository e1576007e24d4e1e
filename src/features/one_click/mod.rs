//! Buying with one click.

mod button;
mod control;
mod finished;
mod obstacle;
mod offer;
mod placed;
mod trouble;

pub use control::OneClick;
pub use finished::tell_of_finished_purchases;
pub use placed::PlacedView;
pub use trouble::TroubleView;
