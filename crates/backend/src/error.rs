//! One error for every handler, one body for every error (RFC 9457).

use std::error::Error;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sea_orm::{DbErr, SqlErr};
use vitrine_contract::problem::FieldCode;
use vitrine_contract::{FieldError, Problem, ProblemCode};

/// What a handler returns.
pub type AppResult<T> = Result<T, AppError>;

/// Why a request failed, as the client learns it. What is internal stays in
/// `source` and goes to the log only.
#[derive(Debug)]
pub struct AppError {
    code: ProblemCode,
    detail: String,
    fields: Vec<FieldError>,
    retry_after: Option<u32>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl AppError {
    /// An error of this kind.
    pub fn new(code: ProblemCode) -> Self {
        Self { code, detail: String::new(), fields: Vec::new(), retry_after: None, source: None }
    }

    /// No such thing, or not yours to see.
    pub fn not_found(what: &str) -> Self {
        Self::new(ProblemCode::NotFound).detail(format!("no such {what}"))
    }

    /// A field is wrong.
    pub fn invalid(path: &str, code: FieldCode, detail: impl Into<String>) -> Self {
        Self::new(ProblemCode::InvalidInput).field(path, code, detail)
    }

    /// Something broke that is not the client's fault.
    pub fn internal(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { source: Some(source.into()), ..Self::new(ProblemCode::Internal) }
    }

    /// What happened this time, in English, for developers.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// What is wrong with the field at `path` (dotted, as in the body).
    pub fn field(
        mut self,
        path: impl Into<String>,
        code: FieldCode,
        detail: impl Into<String>,
    ) -> Self {
        self.fields.push(FieldError { path: path.into(), code, detail: detail.into() });
        self
    }

    /// When to try again, in seconds (`Retry-After`).
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// `Ok` without field errors, else all of them as one error.
    pub fn from_fields(fields: Vec<FieldError>) -> AppResult<()> {
        if fields.is_empty() {
            return Ok(());
        }
        Err(Self { fields, ..Self::new(ProblemCode::InvalidInput) })
    }

    /// Maps a violated unique constraint to another error. `name` is the
    /// index's name; `columns` is how SQLite calls it: `table.column, table.column`.
    pub fn on_unique(err: DbErr, name: &str, columns: &str, then: impl FnOnce() -> Self) -> Self {
        if violates_unique(&err, name, columns) { then() } else { err.into() }
    }

    /// The stable name.
    pub fn code(&self) -> &ProblemCode {
        &self.code
    }

    /// The body.
    pub fn to_problem(&self) -> Problem {
        let code = self.code.clone();
        let title = code.as_str().replace('_', " ");
        let detail = if self.detail.is_empty() { title.clone() } else { self.detail.clone() };
        Problem {
            kind: format!("/problems/{code}"),
            title,
            status: code.status(),
            detail,
            fields: self.fields.clone(),
            code,
        }
    }
}

/// Whether `err` is the violation of the unique index `name` (PostgreSQL), or
/// of one over `columns` (SQLite names these instead).
pub fn violates_unique(err: &DbErr, name: &str, columns: &str) -> bool {
    match err.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(text)) => {
            text.contains(name) || text.contains(columns)
        }
        _ => false,
    }
}

impl From<DbErr> for AppError {
    fn from(err: DbErr) -> Self {
        match err {
            // The pool is empty: overloaded, and worth another try.
            DbErr::ConnectionAcquire(_) => Self {
                source: Some(Box::new(err)),
                ..Self::new(ProblemCode::Unavailable).retry_after(1)
            },
            err => Self::internal(err),
        }
    }
}

impl From<vitrine_pricing::PricingError> for AppError {
    fn from(err: vitrine_pricing::PricingError) -> Self {
        Self::internal(err)
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.detail)
    }
}

impl Error for AppError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        // The one place where internals are logged.
        if let Some(source) = &self.source {
            tracing::error!(code = %self.code, error = source.as_ref() as &dyn Error, "request failed");
        }
        let problem = self.to_problem();
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
