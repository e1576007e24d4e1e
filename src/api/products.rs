//! One product.

use vitrine_contract::products::ProductPage;
use vitrine_i18n::Locale;

use super::{ApiResult, Call, query, send};

/// `GET /api/products/{slug}`.
pub async fn fetch_product(l: Locale, slug: &str) -> ApiResult<ProductPage> {
    let path = format!("/api/products/{slug}");
    send(Call::get(query(&path, &[("lang", Some(l.tag()))]))).await
}
