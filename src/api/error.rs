use serde::{Deserialize, Serialize};
use vitrine_contract::problem::FieldCode;
use vitrine_contract::{Problem, ProblemCode};

/// The outcome of a call.
pub type ApiResult<T> = Result<T, ApiError>;

/// Why a call brought no result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ApiError {
    /// The request or its answer was lost: offline, backend down, timeout.
    /// Whether an unsafe request took effect is unknown; repeat it with the
    /// same idempotency key.
    #[error("no answer from the server")]
    Network,
    /// The server refused, and said why.
    #[error("{} ({})", .0.code, .0.status)]
    Problem(Box<Problem>),
    /// The answer makes no sense: a proxy in between, or a newer backend.
    #[error("answer not understood (status {status})")]
    Undecodable {
        /// The HTTP status.
        status: u16,
    },
}

/// What a shopper can do about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// Try the same again.
    Retry,
    /// Sign in first.
    SignIn,
    /// It does not exist: go somewhere else.
    GoBack,
    /// Change what was entered.
    Correct,
}

impl ApiError {
    /// The stable problem code, if the server gave one.
    pub fn code(&self) -> Option<&ProblemCode> {
        match self {
            Self::Problem(problem) => Some(&problem.code),
            _ => None,
        }
    }

    /// Whether the server said that there is no such thing.
    pub fn is_not_found(&self) -> bool {
        self.code() == Some(&ProblemCode::NotFound)
    }

    /// Whether the same request may succeed in a moment.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Network => true,
            Self::Undecodable { status } => *status >= 500,
            Self::Problem(problem) => {
                matches!(
                    problem.code,
                    ProblemCode::Unavailable
                        | ProblemCode::PaymentUnavailable
                        | ProblemCode::RequestInProgress
                ) || problem.status >= 500
            }
        }
    }

    /// What the shopper can do about it.
    pub fn way_out(&self) -> WayOut {
        match self.code() {
            Some(ProblemCode::SignInRequired) => WayOut::SignIn,
            Some(ProblemCode::NotFound | ProblemCode::Forbidden) => WayOut::GoBack,
            Some(_) if !self.is_transient() => WayOut::Correct,
            _ => WayOut::Retry,
        }
    }

    /// The fault of the field at `path`, for bad input.
    pub fn field(&self, path: &str) -> Option<&FieldCode> {
        match self {
            Self::Problem(problem) => {
                problem.fields.iter().find(|f| f.path == path).map(|f| &f.code)
            }
            _ => None,
        }
    }
}
