//! The frame around every page: bars, footer, messages, focus and scroll.

mod choices;
mod footer;
mod frame;
mod movement;
mod navigation;
mod search_box;
mod toaster;

pub use choices::{choices, languages, themes};
pub use frame::{PAGE, frame};
pub use movement::{follow_navigation, leave_without_focus};
pub use toaster::Toaster;
