//! Home and lists.

use vitrine_contract::catalog::{Home, ProductList};
use vitrine_i18n::Locale;

use super::{Read, query};

/// `GET /api/home`.
pub fn home(l: Locale) -> Read<Home> {
    Read::new(query("/api/home", &[("lang", Some(l.tag()))]))
}

/// `GET /api/products`. `filters` is the query that the contract names, without
/// language and cursor.
pub fn products(
    l: Locale,
    filters: &[(&'static str, String)],
    cursor: Option<&str>,
) -> Read<ProductList> {
    let mut pairs = vec![("lang", Some(l.tag()))];
    pairs.extend(filters.iter().map(|(name, value)| (*name, Some(value.as_str()))));
    pairs.push(("cursor", cursor));
    Read::new(query("/api/products", &pairs))
}
