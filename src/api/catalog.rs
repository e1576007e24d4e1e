//! Home and lists.

use vitrine_contract::catalog::{Home, ProductList};
use vitrine_i18n::Locale;

use super::{ApiResult, Call, query, send};

/// `GET /api/home`.
pub async fn fetch_home(l: Locale) -> ApiResult<Home> {
    send(Call::get(query("/api/home", &[("lang", Some(l.tag()))]))).await
}

/// `GET /api/products`. `filters` is the query that the contract names, without
/// language and cursor.
pub async fn fetch_products(
    l: Locale,
    filters: Vec<(&'static str, String)>,
    cursor: Option<String>,
) -> ApiResult<ProductList> {
    let mut pairs = vec![("lang", Some(l.tag()))];
    pairs.extend(filters.iter().map(|(name, value)| (*name, Some(value.as_str()))));
    pairs.push(("cursor", cursor.as_deref()));
    send(Call::get(query("/api/products", &pairs))).await
}
