//! JSON by the browser's own parser in Wasm, which keeps a second one out of
//! the download, and by `serde_json` elsewhere.

#[cfg(target_arch = "wasm32")]
mod reader;
#[cfg(any(target_arch = "wasm32", test))]
mod writer;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value of a JSON text; `None` when it is none or of another shape.
#[cfg(target_arch = "wasm32")]
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    reader::read(js_sys::JSON::parse(text).ok()?)
}

/// The value as JSON text; `None` when JSON can't express it.
#[cfg(target_arch = "wasm32")]
pub fn encode<T: Serialize>(value: &T) -> Option<String> {
    writer::write(value)
}

/// The value of a JSON text; `None` when it is none or of another shape.
#[cfg(not(target_arch = "wasm32"))]
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// The value as JSON text; `None` when JSON can't express it.
#[cfg(not(target_arch = "wasm32"))]
pub fn encode<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok()
}
