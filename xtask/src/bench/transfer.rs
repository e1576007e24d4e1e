//! What a visit has transferred, by kind.

use serde_json::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Document,
    Code,
    Images,
    Data,
    Other,
    /// Code for later pages, which is fetched when nothing else is.
    Later,
}

impl Kind {
    /// What the page itself needs.
    pub const NOW: [Self; 5] = [Self::Document, Self::Code, Self::Images, Self::Data, Self::Other];

    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Code => "script and Wasm",
            Self::Images => "images",
            Self::Data => "data",
            Self::Other => "other",
            Self::Later => "later, when idle",
        }
    }

    /// Of one line of Lighthouse's `network-requests`.
    fn of(request: &Value) -> Self {
        let text = |field: &str| request[field].as_str().unwrap_or_default();
        let path = text("url").split(['?', '#']).next().unwrap_or_default();
        let is_wasm = path.ends_with(".wasm");
        match text("resourceType") {
            "Document" => Self::Document,
            "Script" => Self::Code,
            "Image" => Self::Images,
            // What is preloaded is of no type either, but the page waits for that.
            "Other" if text("priority") == "VeryLow" && (is_wasm || path.ends_with(".js")) => {
                Self::Later
            }
            _ if is_wasm => Self::Code,
            "Fetch" | "XHR" if path.contains("/api/") => Self::Data,
            _ => Self::Other,
        }
    }
}

/// Bytes over the wire, headers included.
pub struct Transfer(Vec<(Kind, u64)>);

impl Transfer {
    /// Of Lighthouse's `network-requests`.
    pub fn of(requests: &Value) -> Self {
        let all = requests.as_array().into_iter().flatten();
        let bytes = |request: &Value| request["transferSize"].as_f64().unwrap_or(0.0) as u64;
        Self(all.map(|request| (Kind::of(request), bytes(request))).collect())
    }

    /// The sum of some kinds.
    pub fn bytes(&self, kinds: &[Kind]) -> u64 {
        self.0.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, bytes)| bytes).sum()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn request(resource: &str, url: &str, priority: &str) -> Value {
        json!({ "resourceType": resource, "url": url, "priority": priority, "transferSize": 10 })
    }

    #[test]
    fn each_request_is_of_one_kind() {
        for (kind, resource, path, priority) in [
            (Kind::Document, "Document", "/", "VeryHigh"),
            (Kind::Code, "Script", "/a.js", "High"),
            (Kind::Code, "Script", "/worker.js", "VeryLow"),
            (Kind::Code, "Fetch", "/a.wasm", "High"),
            (Kind::Code, "Other", "/preloaded.wasm", "High"),
            (Kind::Later, "Other", "/later.wasm", "VeryLow"),
            (Kind::Images, "Image", "/media/a-320.webp", "Low"),
            (Kind::Data, "Fetch", "/api/products?category=home", "High"),
            (Kind::Data, "XHR", "/api/session", "High"),
            (Kind::Other, "Other", "/favicon.svg", "VeryLow"),
            (Kind::Other, "Manifest", "/manifest.webmanifest", "Medium"),
        ] {
            let url = format!("http://127.0.0.1:1{path}");
            assert_eq!(Kind::of(&request(resource, &url, priority)), kind, "{path}");
        }
    }

    #[test]
    fn what_comes_later_is_no_part_of_the_page() {
        let requests = json!([
            request("Document", "/", "VeryHigh"),
            request("Script", "/a.js", "High"),
            request("Script", "/b.js", "High"),
            request("Other", "/later.wasm", "VeryLow"),
        ]);
        let transfer = Transfer::of(&requests);
        assert_eq!(transfer.bytes(&[Kind::Code]), 20);
        assert_eq!(transfer.bytes(&Kind::NOW), 30);
        assert_eq!(transfer.bytes(&[Kind::Later]), 10);
        assert_eq!(Transfer::of(&Value::Null).bytes(&Kind::NOW), 0);
    }
}
