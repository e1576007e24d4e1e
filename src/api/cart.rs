//! What the cart costs now.

use vitrine_contract::cart::{CartQuote, LineRequest};
use vitrine_i18n::Locale;

use super::{Read, query};

/// `GET /api/cart`.
pub fn cart(l: Locale, lines: &[LineRequest]) -> Read<CartQuote> {
    let lines: Vec<_> = lines.iter().map(|x| format!("{}:{}", x.variant, x.quantity)).collect();
    let lines = lines.join(",");
    Read::new(query("/api/cart", &[("lang", Some(l.tag())), ("lines", Some(&lines))]))
}
