//! What buyers say about a product.

mod card;
mod list;
mod numbers;
mod overview;
mod section;

pub use section::ProductReviews;
