//! One product.

use vitrine_contract::products::ProductPage;
use vitrine_i18n::Locale;

use super::{Read, query};

/// `GET /api/products/{slug}`.
pub fn product(l: Locale, slug: &str) -> Read<ProductPage> {
    let path = format!("/api/products/{slug}");
    Read::new(query(&path, &[("lang", Some(l.tag()))]))
}
