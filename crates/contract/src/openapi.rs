//! The OpenAPI 3.1 document: every endpoint of the contract, so that any other
//! backend can implement it and any other storefront can call it.
//!
//! Regenerate `docs/openapi.json` after a change; a test tells when it is stale:
//! `cargo run -p vitrine-contract --features openapi --bin openapi > docs/openapi.json`.

mod endpoint;
mod orders;
mod person;
mod reading;

use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::openapi::{Components, Info, License, OpenApi, Paths, Tag};

use crate::identity::SESSION_COOKIE;
use endpoint::{Endpoint, Schemas};

const ABOUT: &str = "Every error is `application/problem+json` (RFC 9457) with a stable `code`. \
Every unsafe request of the storefront carries `Idempotency-Key`: the same key and body give the \
first answer again. Times are RFC 3339 in UTC, money is in minor units, ids are opaque. Enums are \
open: a reader keeps values it doesn't know. Personal answers are `private, no-store`.";

/// The tags, in the order of a shopper's way.
const TAGS: [(&str, &str); 10] = [
    ("catalog", "Home, categories and lists"),
    ("products", "One product in full"),
    ("reviews", "What buyers say"),
    ("identity", "Who the shopper is"),
    ("addresses", "Where orders go"),
    ("payments", "How orders are paid"),
    ("cart", "What the wishes cost now"),
    ("orders", "Buying, following, undoing"),
    ("webhooks", "What providers, warehouses and carriers tell the shop"),
    ("demo", "Demo mode only"),
];

/// The document.
pub fn openapi() -> OpenApi {
    let mut paths = Paths::new();
    let mut schemas = Schemas::new();
    for endpoint in endpoints() {
        endpoint.add_to(&mut paths, &mut schemas);
    }
    let mut components = Components::new();
    components.schemas = schemas.into_iter().collect();
    components.add_security_scheme(
        "session",
        SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(SESSION_COOKIE))),
    );
    let tags = TAGS.map(|(name, about)| {
        let mut tag = Tag::new(name);
        tag.description = Some(about.to_owned());
        tag
    });
    let mut license = License::new("MIT OR Apache-2.0");
    license.identifier = Some("MIT OR Apache-2.0".to_owned());
    let mut info = Info::new("Vitrine", env!("CARGO_PKG_VERSION"));
    info.description = Some(ABOUT.to_owned());
    info.license = Some(license);
    let mut document = OpenApi::new(info, paths);
    document.components = Some(components);
    document.tags = Some(tags.into());
    document
}

/// The document as indented JSON.
pub fn document() -> Result<String, serde_json::Error> {
    openapi().to_pretty_json()
}

fn endpoints() -> Vec<Endpoint> {
    let mut all = reading::endpoints();
    all.extend(person::endpoints());
    all.extend(orders::endpoints());
    all
}
