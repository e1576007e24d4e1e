//! The OpenAPI 3.1 document (to be filled by the endpoint list).

/// The document as indented JSON.
pub fn document() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&serde_json::json!({}))
}
