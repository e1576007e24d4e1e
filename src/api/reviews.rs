//! Reviews.

use vitrine_contract::List;
use vitrine_contract::reviews::{CreateReview, Review};
use vitrine_contract::{OrderId, OrderLineId};
use vitrine_i18n::Locale;

use super::{Answer, Call, Method, Read, query, send};

/// `GET /api/products/{slug}/reviews`, all or those with `rating` stars.
pub fn reviews(
    l: Locale,
    slug: &str,
    rating: Option<u8>,
    cursor: Option<&str>,
) -> Read<List<Review>> {
    let path = format!("/api/products/{slug}/reviews");
    let rating = rating.map(|r| r.to_string());
    let pairs = [("lang", Some(l.tag())), ("rating", rating.as_deref()), ("cursor", cursor)];
    Read::new(query(&path, &pairs))
}

/// `POST /api/orders/{id}/lines/{line}/review`.
pub fn create_review(
    order: &OrderId,
    line: &OrderLineId,
    review: &CreateReview,
    key: &str,
) -> Answer<Review> {
    let path = format!("/api/orders/{order}/lines/{line}/review");
    send(Call::new(Method::Post, path).json(review).idempotent(key))
}
