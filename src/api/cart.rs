//! What the cart costs now.

use vitrine_contract::cart::{CartQuote, LineRequest};
use vitrine_i18n::Locale;

use super::{ApiResult, Call, query, send};

/// `GET /api/cart`.
pub async fn fetch_cart(l: Locale, lines: &[LineRequest]) -> ApiResult<CartQuote> {
    let lines: Vec<_> = lines.iter().map(|x| format!("{}:{}", x.variant, x.quantity)).collect();
    let lines = lines.join(",");
    send(Call::get(query("/api/cart", &[("lang", Some(l.tag())), ("lines", Some(&lines))]))).await
}
