//! Buying with one click.

mod button;
mod control;
mod obstacle;
mod offer;
mod placed;
mod trouble;

pub use control::OneClick;
pub use placed::PlacedView;
pub use trouble::TroubleView;
