use crate::api::ApiError;
use crate::i18n::{Locale, strings};

/// What an error means, in a sentence for the shopper. For what is behind the shop
/// window, where all may go wrong that can.
pub fn error_text(l: Locale, error: &ApiError) -> &'static str {
    text(l, error, &|code| problem_text(l, code))
}

/// The same with `words` for a problem's code.
pub(super) fn text(
    l: Locale,
    error: &ApiError,
    words: &dyn Fn(&str) -> Option<&'static str>,
) -> &'static str {
    match error {
        ApiError::Network => strings::errors::network_text(l),
        ApiError::Undecodable { .. } => strings::errors::undecodable_text(l),
        ApiError::Problem(problem) => {
            words(problem.code.as_str()).unwrap_or_else(|| strings::errors::undecodable_text(l))
        }
    }
}

/// What a problem's code means; `None` for one that nobody knows.
pub fn problem_text(l: Locale, code: &str) -> Option<&'static str> {
    strings::problem::lookup(l, code)
}
