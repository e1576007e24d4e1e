//! Extractors that answer bad input with problem+json and field paths.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use vitrine_contract::ProblemCode;
use vitrine_contract::problem::FieldCode;
use vitrine_i18n::Locale;

use crate::error::AppError;

/// A JSON body, read or written. Bad JSON: 400; a wrong field: 422 with its path.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AppError> {
        if !is_json(request.headers()) {
            return Err(AppError::new(ProblemCode::UnsupportedMediaType)
                .detail("the body must be application/json"));
        }
        let body = read_body(request, state).await?;
        from_json(&body).map(Self)
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// Whether the body says that it is JSON.
pub fn is_json(headers: &axum::http::HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let kind = kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    kind == "application/json" || kind.ends_with("+json")
}

/// The whole body, or 413 beyond the route's limit.
pub async fn read_body<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, AppError> {
    Bytes::from_request(request, state).await.map_err(|rejection| {
        if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
            AppError::new(ProblemCode::BodyTooLarge).detail("the body is larger than allowed here")
        } else {
            AppError::new(ProblemCode::MalformedRequest).detail("the body ended too early")
        }
    })
}

/// Reads JSON as [`Json`] does, for handlers that need the raw body too.
pub fn from_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, AppError> {
    // PostgreSQL takes no text with U+0000, and nobody means it.
    if has_nul(body) {
        return Err(AppError::new(ProblemCode::MalformedRequest).detail("U+0000 is not allowed"));
    }
    let mut json = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|err| {
        let path = err.path().to_string();
        let err = err.into_inner();
        match err.classify() {
            serde_json::error::Category::Data => field_error(&path, &err.to_string()),
            _ => AppError::new(ProblemCode::MalformedRequest).detail(err.to_string()),
        }
    })?;
    json.end()
        .map_err(|err| AppError::new(ProblemCode::MalformedRequest).detail(err.to_string()))?;
    Ok(value)
}

/// Whether a string in the JSON holds an escaped U+0000; a plain one is no JSON.
fn has_nul(json: &[u8]) -> bool {
    let mut escaped = false;
    for (at, byte) in json.iter().enumerate() {
        if escaped && json[at..].starts_with(b"u0000") {
            return true;
        }
        escaped = *byte == b'\\' && !escaped;
    }
    false
}

/// The query string. A wrong field: 422 with its name.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs = serde_urlencoded::Deserializer::new(form_urlencoded(query));
        serde_path_to_error::deserialize(pairs)
            .map(Self)
            .map_err(|err| field_error(&err.path().to_string(), &err.inner().to_string()))
    }
}

fn form_urlencoded(query: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query.as_bytes())
}

/// Serde tells missing and doubled fields only in words, with the path of the parent.
fn field_error(path: &str, message: &str) -> AppError {
    // serde_path_to_error writes `lines[0].quantity`, the contract `lines.0.quantity`.
    let path = path.replace('[', ".").replace(']', "");
    let path = path.trim_matches(['.', '?']);
    let named = |prefix: &str| {
        let name = message.strip_prefix(prefix)?.strip_prefix('`')?.split('`').next()?;
        Some(if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") })
    };
    if let Some(path) = named("missing field ") {
        AppError::invalid(&path, FieldCode::Required, "is missing")
    } else if let Some(path) = named("duplicate field ") {
        AppError::invalid(&path, FieldCode::Duplicate, "is given twice")
    } else {
        AppError::invalid(path, FieldCode::Invalid, message)
    }
}

/// The language to answer in: `?lang=`, else `Accept-Language`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lang(pub Locale);

impl<S: Send + Sync> FromRequestParts<S> for Lang {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        let query = parts.uri.query().unwrap_or_default();
        if let Some((_, lang)) = form_urlencoded(query).find(|(name, _)| name == "lang") {
            return Locale::parse(&lang).map(Self).ok_or_else(|| {
                AppError::invalid("lang", FieldCode::Unknown, "one of zh-Hans, zh-Hant, en")
            });
        }
        let accept = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
        Ok(Self(accept.map_or(Locale::En, Locale::negotiate)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Body {
        #[allow(dead_code)]
        lines: Vec<Line>,
    }

    #[derive(Debug, Deserialize)]
    struct Line {
        #[allow(dead_code)]
        quantity: u32,
    }

    fn path_of(body: &str) -> (ProblemCode, String) {
        let problem = from_json::<Body>(body.as_bytes()).unwrap_err().to_problem();
        (problem.code, problem.fields.first().map_or(String::new(), |f| f.path.clone()))
    }

    #[test]
    fn a_wrong_field_is_named() {
        let invalid = ProblemCode::InvalidInput;
        assert_eq!(path_of(r#"{}"#), (invalid.clone(), "lines".into()));
        assert_eq!(path_of(r#"{"lines":[{}]}"#), (invalid.clone(), "lines.0.quantity".into()));
        assert_eq!(path_of(r#"{"lines":[{"quantity":-1}]}"#), (invalid, "lines.0.quantity".into()));
        assert_eq!(path_of("{"), (ProblemCode::MalformedRequest, String::new()));
        assert_eq!(path_of(r#"{"x":"\u0000"}"#).0, ProblemCode::MalformedRequest);
        assert_eq!(path_of(r#"{"x":"\\u0000"}"#).0, ProblemCode::InvalidInput);
    }
}
