//! From a reply to a value or an error.

use serde::de::DeserializeOwned;
use vitrine_contract::Problem;

use super::{ApiError, ApiResult, Reply};
use crate::json;

/// A reply as a value, or as the error that it tells of.
pub fn decode<T: DeserializeOwned>(reply: &Reply) -> ApiResult<T> {
    let status = reply.status;
    if (200..300).contains(&status) {
        json::parse(&reply.body).ok_or(ApiError::Undecodable { status })
    } else {
        Err(problem(reply))
    }
}

/// The error that a reply tells of.
pub(super) fn problem(reply: &Reply) -> ApiError {
    match json::parse::<Problem>(&reply.body) {
        Some(problem) => ApiError::Problem(problem.into()),
        None => ApiError::Undecodable { status: reply.status },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitrine_contract::ProblemCode;

    fn reply(status: u16, body: &str) -> Reply {
        Reply { status, body: body.to_owned() }
    }

    #[test]
    fn errors_are_told_apart() {
        let problem = r#"{"type":"/problems/not_found","title":"Not found","status":404,"detail":"","code":"not_found"}"#;
        let error = decode::<u8>(&reply(404, problem)).unwrap_err();
        assert_eq!(error.code(), Some(&ProblemCode::NotFound));
        assert!(error.is_not_found() && !error.is_transient());
        let nonsense = decode::<u8>(&reply(200, "<html>")).unwrap_err();
        assert_eq!(nonsense, ApiError::Undecodable { status: 200 });
        assert!(decode::<u8>(&reply(502, "Bad gateway")).unwrap_err().is_transient());
        assert_eq!(decode::<u8>(&reply(200, "7")), Ok(7));
    }
}
