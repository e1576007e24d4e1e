//! Writing a review.

mod draft;
mod form;
mod page;
mod pending_photo;
mod photos;
mod ratings;
mod sent;
mod uploads;

pub use page::ReviewPage;
