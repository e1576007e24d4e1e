//! Rows of reviews.

pub mod review;
pub mod review_photo;
pub mod review_totals;
