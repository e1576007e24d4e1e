//! Buying with one click.

mod button;
mod obstacle;
mod offer;
mod one_click;
mod placed;
mod trouble;

pub use one_click::OneClick;
pub use trouble::TroubleView;
