//! What is checked out: the cart, or one variant by the query `buy`.

use vitrine_contract::VariantId;
use vitrine_contract::cart::LineRequest;
use vitrine_pricing::MAX_QUANTITY;

use crate::api::query;
use crate::routes::Route;

/// The checkout of just this variant; the cart stays as it is.
pub fn buy_href(variant: &VariantId, quantity: u32) -> String {
    query(&Route::Checkout.href(), &[("buy", Some(&format!("{variant}:{quantity}")))])
}

/// Reads the query `buy`.
pub(super) fn parse_buy(text: &str) -> Option<LineRequest> {
    let (variant, quantity) = text.rsplit_once(':')?;
    let quantity = quantity.parse().ok().filter(|n| (1..=MAX_QUANTITY).contains(n))?;
    (!variant.is_empty()).then(|| LineRequest { variant: variant.into(), quantity })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_variant_can_be_checked_out_alone() {
        assert_eq!(buy_href(&"v1".into(), 2), "/checkout?buy=v1:2");
        let line = parse_buy("v1:2").expect("a line");
        assert_eq!((line.variant.as_str(), line.quantity), ("v1", 2));
        for bad in ["", "v1", ":2", "v1:0", "v1:100", "v1:x"] {
            assert_eq!(parse_buy(bad), None, "{bad}");
        }
    }
}
