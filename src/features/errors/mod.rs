//! What is shown when something is missing or fails.

mod api_error_view;
mod error_text;
mod not_found;

pub use api_error_view::ApiErrorView;
pub use error_text::{error_text, problem_text};
pub use not_found::NotFoundPage;
