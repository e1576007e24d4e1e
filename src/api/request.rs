use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

/// Method of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or acts.
    Post,
    /// Replaces.
    Put,
    /// Removes.
    Delete,
}

impl Method {
    /// The name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// A request before a transport carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Method.
    pub method: Method,
    /// Path and query, for example `/api/home?lang=en`.
    pub path: String,
    /// Headers beyond the content type.
    pub headers: Vec<(&'static str, String)>,
    /// JSON body.
    pub body: Option<String>,
}

impl Call {
    /// A read.
    pub fn get(path: impl Into<String>) -> Self {
        Self::new(Method::Get, path)
    }

    /// Any call without body.
    pub fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), headers: Vec::new(), body: None }
    }

    /// With a header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// With the key that makes it repeatable.
    pub fn idempotent(self, key: &str) -> Self {
        self.header(vitrine_contract::IDEMPOTENCY_KEY, key)
    }

    /// Only if the thing still has this version.
    pub fn if_match(self, version: u32) -> Self {
        self.header("If-Match", format!("\"{version}\""))
    }

    /// With a body that is JSON already.
    pub fn encoded(mut self, body: String) -> Self {
        self.body = Some(body);
        self
    }

    /// With a JSON body.
    pub fn json<T: Serialize>(mut self, body: &T) -> Self {
        self.body = crate::json::encode(body);
        self
    }
}

/// A read: where it is found, and as what it is understood.
pub struct Read<T> {
    /// Path and query.
    pub path: String,
    answer: PhantomData<fn() -> T>,
}

impl<T> Read<T> {
    /// What is found at a path.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), answer: PhantomData }
    }
}

/// An answer as it came: status and text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Body.
    pub body: String,
}

/// `path?a=1&b=2` from the pairs that have a value, percent-encoded.
///
/// ```
/// use vitrine::api::query;
/// let path = query("/api/products", &[("q", Some("茶 杯")), ("sort", None)]);
/// assert_eq!(path, "/api/products?q=%E8%8C%B6%20%E6%9D%AF");
/// ```
pub fn query(path: &str, pairs: &[(&str, Option<&str>)]) -> String {
    let mut out = path.to_owned();
    let mut separator = '?';
    for (name, value) in pairs {
        if let Some(value) = value {
            out.push(separator);
            out.push_str(name);
            out.push('=');
            encode(&mut out, value);
            separator = '&';
        }
    }
    out
}

/// Percent-encodes all but RFC 3986's unreserved characters and `,:`.
fn encode(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:".contains(&byte) {
            out.push(byte as char);
        } else {
            out.push('%');
            out.push(HEX[usize::from(byte >> 4)] as char);
            out.push(HEX[usize::from(byte & 15)] as char);
        }
    }
}
