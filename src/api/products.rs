//! One product.
//!
//! One answer, [`ProductPage`](vitrine_contract::products::ProductPage), is read in two
//! halves: what it says about reviews is read where they are shown.

use serde::Deserialize;
use vitrine_contract::List;
use vitrine_contract::products::Product;
use vitrine_contract::reviews::{Review, ReviewSummary};
use vitrine_i18n::Locale;

use super::{Read, query};

/// The product of its page.
#[derive(Deserialize)]
pub struct ProductItself {
    /// The product.
    pub product: Product,
}

/// What the same page says about reviews.
#[derive(Deserialize)]
pub struct FirstReviews {
    /// What buyers say, in numbers.
    pub review_summary: ReviewSummary,
    /// The first page of reviews, the most helpful first.
    pub reviews: List<Review>,
}

/// `GET /api/products/{slug}`.
pub fn product(l: Locale, slug: &str) -> Read<ProductItself> {
    Read::new(path(l, slug))
}

/// The same, for what it says about reviews.
pub fn first_reviews(l: Locale, slug: &str) -> Read<FirstReviews> {
    Read::new(path(l, slug))
}

fn path(l: Locale, slug: &str) -> String {
    query(&format!("/api/products/{slug}"), &[("lang", Some(l.tag()))])
}
