//! What is shown when something is missing or fails.

mod api_error_view;
mod not_found;

pub use api_error_view::{ApiErrorView, error_text};
pub use not_found::NotFoundPage;
