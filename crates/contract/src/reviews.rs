//! Reviews: reading, writing and counting them.

use serde::{Deserialize, Serialize};

use crate::catalog::RatingSummary;
use crate::media::Picture;
use crate::open_enum::open_enum;
use crate::{PhotoId, ReviewId, Timestamp};

/// The shortest text, in characters.
pub const TEXT_MIN: usize = 5;
/// The longest text, in characters.
pub const TEXT_MAX: usize = 2_000;
/// The longest title, in characters.
pub const TITLE_MAX: usize = 255;
/// The most photos of one review.
pub const PHOTOS_MAX: usize = 9;
/// The most bytes of an uploaded photo: 8 MiB.
pub const PHOTO_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Media types that an upload can have.
pub const PHOTO_TYPES: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

/// A published review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Review {
    /// The review.
    pub id: ReviewId,
    /// Who wrote it, as shown: masked; empty when anonymous.
    pub author: String,
    /// Whether the author bought the product here.
    pub verified_purchase: bool,
    /// The variant bought, in words; empty when there is no choice.
    pub variant_name: String,
    /// 1 to 5.
    pub rating: u8,
    /// Further ratings.
    pub dimensions: Dimensions,
    /// Headline; may be empty.
    pub title: String,
    /// Text.
    pub text: String,
    /// Language of the text, BCP 47.
    pub language: String,
    /// Photos.
    pub photos: Vec<Picture>,
    /// How many found it helpful.
    pub helpful: u64,
    /// The merchant's reply.
    pub reply: Option<String>,
    /// When it was written.
    pub written_at: Timestamp,
    /// Whether it is shown to others.
    pub status: ReviewStatus,
}

/// Ratings of single aspects, each 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dimensions {
    /// The goods' quality.
    pub quality: u8,
    /// Value for money.
    pub value: u8,
    /// Looks.
    pub appearance: u8,
    /// Delivery.
    pub logistics: u8,
    /// The seller's service.
    pub service: u8,
}

/// What buyers say, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewSummary {
    /// Average and number.
    pub rating: RatingSummary,
    /// How many gave 1, 2, 3, 4 and 5 stars.
    pub histogram: [u64; 5],
    /// Average of each dimension in hundredths of a star; 0 without ratings.
    pub dimensions_hundredths: DimensionAverages,
    /// How many come with photos.
    pub with_photos: u64,
}

/// Averages in hundredths of a star.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DimensionAverages {
    /// The goods' quality.
    pub quality: u32,
    /// Value for money.
    pub value: u32,
    /// Looks.
    pub appearance: u32,
    /// Delivery.
    pub logistics: u32,
    /// The seller's service.
    pub service: u32,
}

/// `POST /api/orders/{id}/lines/{line}/review`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateReview {
    /// 1 to 5.
    pub rating: u8,
    /// Further ratings.
    pub dimensions: Dimensions,
    /// Headline, at most [`TITLE_MAX`] characters; may be empty.
    #[serde(default)]
    pub title: String,
    /// [`TEXT_MIN`] to [`TEXT_MAX`] characters.
    pub text: String,
    /// Language of the text, BCP 47.
    pub language: String,
    /// Uploaded photos, at most [`PHOTOS_MAX`].
    #[serde(default)]
    pub photos: Vec<PhotoId>,
    /// Hide the name.
    #[serde(default)]
    pub anonymous: bool,
}

/// Answer of `POST /api/uploads` (body: the picture itself).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Upload {
    /// What a review names.
    pub id: PhotoId,
    /// The picture, decoded and re-encoded.
    pub picture: Picture,
}

open_enum! {
    /// Whether a review is shown.
    ReviewStatus {
        /// Waits for moderation.
        Pending = "pending",
        /// Shown.
        Published = "published",
        /// No longer shown.
        Unpublished = "unpublished",
        /// Never shown, with a reason.
        Rejected = "rejected",
        /// Shown first.
        Featured = "featured",
    }
}

open_enum! {
    /// How `GET /api/products/{slug}/reviews?rating=&with_photos=&sort=&cursor=&limit=` is sorted.
    ReviewSort {
        /// Found helpful by most first.
        Helpful = "helpful",
        /// Newest first.
        Newest = "newest",
        /// Best ratings first.
        RatingHigh = "rating_high",
        /// Worst ratings first.
        RatingLow = "rating_low",
    }
}
