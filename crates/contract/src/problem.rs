//! Errors: RFC 9457 problem details with a stable code.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;

/// The body of every error, `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// URI reference of the problem's kind: `/problems/<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in a few English words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened this time, in English, for developers.
    pub detail: String,
    /// The stable name, which the storefront translates.
    pub code: ProblemCode,
    /// What is wrong with which field, for bad input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
}

/// What is wrong with one field of the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Path in the body, dotted, for example `address.phone` or `lines.0.quantity`.
    pub path: String,
    /// Stable name of the fault.
    pub code: FieldCode,
    /// In English, for developers.
    pub detail: String,
}

open_enum! {
    /// What is wrong with a field.
    FieldCode {
        /// Missing or empty.
        Required = "required",
        /// Not of the form it must have.
        Invalid = "invalid",
        /// Shorter than allowed.
        TooShort = "too_short",
        /// Longer than allowed.
        TooLong = "too_long",
        /// Outside its range.
        OutOfRange = "out_of_range",
        /// Names something that does not exist.
        Unknown = "unknown",
        /// Given twice.
        Duplicate = "duplicate",
    }
}

open_enum! {
    /// The stable name of a problem. Each has a text in every language of the
    /// storefront (`locales/problem.toml`).
    ProblemCode {
        /// The body or query could not be read at all.
        MalformedRequest = "malformed_request",
        /// Fields are wrong; see `fields`.
        InvalidInput = "invalid_input",
        /// No such thing, or not yours to see.
        NotFound = "not_found",
        /// The path exists, the method doesn't.
        MethodNotAllowed = "method_not_allowed",
        /// The body is larger than allowed.
        BodyTooLarge = "body_too_large",
        /// The body's type is not accepted here.
        UnsupportedMediaType = "unsupported_media_type",
        /// Sign in first.
        SignInRequired = "sign_in_required",
        /// Signed in, but not allowed.
        Forbidden = "forbidden",
        /// Too many requests; see `Retry-After`.
        TooManyRequests = "too_many_requests",
        /// The code is wrong.
        CodeWrong = "code_wrong",
        /// The code is expired, used, or was guessed at too often: ask for a new one.
        CodeExpired = "code_expired",
        /// An unsafe request came without an `Idempotency-Key`.
        IdempotencyKeyRequired = "idempotency_key_required",
        /// The key was used for another body.
        IdempotencyKeyReused = "idempotency_key_reused",
        /// The first request with this key is still at work.
        RequestInProgress = "request_in_progress",
        /// `If-Match` does not fit: somebody changed it meanwhile.
        EditConflict = "edit_conflict",
        /// `If-Match` is missing.
        PreconditionRequired = "precondition_required",
        /// Not enough pieces left.
        OutOfStock = "out_of_stock",
        /// The total differs from the one that the shopper saw.
        PriceChanged = "price_changed",
        /// One click may not buy this; `detail` names the obstacle.
        OneClickNotAllowed = "one_click_not_allowed",
        /// The payment was refused.
        PaymentDeclined = "payment_declined",
        /// The payment provider does not answer; nothing was taken.
        PaymentUnavailable = "payment_unavailable",
        /// The order can no longer be undone.
        UndoExpired = "undo_expired",
        /// The order is not in a state that allows this.
        OrderStateConflict = "order_state_conflict",
        /// The line was already reviewed.
        ReviewDuplicate = "review_duplicate",
        /// The review's text is too short.
        ReviewTooShort = "review_too_short",
        /// The parcel has not arrived yet.
        ReviewTooSoon = "review_too_soon",
        /// Only a buyer may review.
        ReviewNotPurchased = "review_not_purchased",
        /// The upload is not a picture that can be read.
        PhotoUnreadable = "photo_unreadable",
        /// More photos than allowed.
        TooManyPhotos = "too_many_photos",
        /// The webhook's signature is wrong.
        SignatureInvalid = "signature_invalid",
        /// Something broke on the server.
        Internal = "internal",
        /// The server is starting, stopping or overloaded.
        Unavailable = "unavailable",
    }
}

impl ProblemCode {
    /// The HTTP status that goes with the code; 500 for unknown ones.
    pub fn status(&self) -> u16 {
        match self {
            Self::MalformedRequest | Self::IdempotencyKeyRequired => 400,
            Self::SignInRequired | Self::SignatureInvalid => 401,
            Self::PaymentDeclined => 402,
            Self::Forbidden | Self::ReviewNotPurchased => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::RequestInProgress
            | Self::OutOfStock
            | Self::PriceChanged
            | Self::OneClickNotAllowed
            | Self::UndoExpired
            | Self::OrderStateConflict
            | Self::ReviewDuplicate
            | Self::ReviewTooSoon => 409,
            Self::EditConflict => 412,
            Self::BodyTooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::InvalidInput
            | Self::CodeWrong
            | Self::CodeExpired
            | Self::IdempotencyKeyReused
            | Self::ReviewTooShort
            | Self::PhotoUnreadable
            | Self::TooManyPhotos => 422,
            Self::PreconditionRequired => 428,
            Self::TooManyRequests => 429,
            Self::PaymentUnavailable | Self::Unavailable => 503,
            Self::Internal | Self::Other(_) => 500,
        }
    }
}
