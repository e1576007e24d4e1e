//! Writing a review of a line that has arrived.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use vitrine_contract::addresses::AddressFields;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::reviews::{CreateReview, PHOTOS_MAX, ReviewStatus, TEXT_MIN};
use vitrine_contract::{PhotoId, ProblemCode, validate};

use super::entity::{review, review_photo};
use super::totals::{self, Counted};
use crate::clock::new_id;
use crate::error::{AppError, AppResult};
use crate::identity::Shopper;
use crate::media::uploads;
use crate::orders::entity::order;
use crate::orders::{Reviewable, reviewable};

/// Writes a review and counts it. It is shown at once; after the commit the
/// catalog's version must be raised.
///
/// Errors, in this order: wrong fields, text too short, too many photos; no
/// such order or line of this shopper's, reviewed before, cancelled, not
/// arrived; photos that are not the shopper's own or used before.
pub async fn write(
    tx: &impl ConnectionTrait,
    shopper: &Shopper,
    order: &str,
    line: &str,
    body: &CreateReview,
    now: i64,
) -> AppResult<review::Model> {
    check(body)?;
    let line = reviewable(tx, &shopper.id, order, line).await?;
    let author = if body.anonymous { String::new() } else { author(tx, order).await? };
    let row = row(shopper, author, &line, body, now);
    let id = row.id.clone();
    review::Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(tx)
        .await
        .map_err(|err| {
            let columns = "reviews.order_line_id";
            AppError::on_unique(err, "ux_reviews_order_line", columns, duplicate)
        })?;
    attach(tx, &shopper.id, &id, &body.photos).await?;
    let counted = Counted {
        rating: body.rating,
        dimensions: body.dimensions,
        with_photos: !body.photos.is_empty(),
    };
    totals::add(tx, &line.product_id, counted).await?;
    Ok(row)
}

fn check(body: &CreateReview) -> AppResult<()> {
    AppError::from_fields(validate::review(body))?;
    if body.text.trim().chars().count() < TEXT_MIN {
        return Err(AppError::new(ProblemCode::ReviewTooShort)
            .detail(format!("at least {TEXT_MIN} characters"))
            .field("text", FieldCode::TooShort, "shorter than allowed"));
    }
    if body.photos.len() > PHOTOS_MAX {
        return Err(AppError::new(ProblemCode::TooManyPhotos)
            .detail(format!("at most {PHOTOS_MAX} photos"))
            .field("photos", FieldCode::TooLong, "more than allowed"));
    }
    Ok(())
}

fn duplicate() -> AppError {
    AppError::new(ProblemCode::ReviewDuplicate).detail("the line was reviewed before")
}

fn row(
    shopper: &Shopper,
    author: String,
    line: &Reviewable,
    body: &CreateReview,
    now: i64,
) -> review::Model {
    let dimensions = body.dimensions;
    review::Model {
        id: new_id(),
        product_id: line.product_id.clone(),
        variant_id: Some(line.variant_id.clone()),
        shopper_id: Some(shopper.id.clone()),
        order_line_id: Some(line.line_id.clone()),
        author,
        verified_purchase: true,
        rating: body.rating.into(),
        quality: dimensions.quality.into(),
        value: dimensions.value.into(),
        appearance: dimensions.appearance.into(),
        logistics: dimensions.logistics.into(),
        service: dimensions.service.into(),
        title: validate::tidy(&body.title),
        text: body.text.trim().to_owned(),
        language: body.language.clone(),
        photo_count: i32::try_from(body.photos.len()).unwrap_or(0),
        helpful: 0,
        reply: None,
        written_at: now,
        status: ReviewStatus::Published.to_string(),
    }
}

/// Gives the shopper's own uploads to the review, in order.
async fn attach(
    tx: &impl ConnectionTrait,
    shopper: &str,
    review: &str,
    photos: &[PhotoId],
) -> AppResult<()> {
    for (at, photo) in photos.iter().enumerate() {
        if !uploads::claim(tx, shopper, photo.as_str(), review).await? {
            let detail = "not an unused upload of yours";
            return Err(AppError::invalid(&format!("photos.{at}"), FieldCode::Unknown, detail));
        }
        let place = review_photo::ActiveModel {
            review_id: Set(review.to_owned()),
            position: Set(i32::try_from(at).unwrap_or(0)),
            picture_id: Set(photo.to_string()),
        };
        review_photo::Entity::insert(place).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The name on the parcel, masked.
async fn author(tx: &impl ConnectionTrait, order: &str) -> AppResult<String> {
    let order = order::Entity::find_by_id(order).one(tx).await?;
    let address = order.and_then(|o| serde_json::from_str::<AddressFields>(&o.address).ok());
    Ok(mask(&address.map(|a| a.name).unwrap_or_default()))
}

/// A name as others see it: the first character, and that there is more.
pub fn mask(name: &str) -> String {
    let mut characters = name.trim().chars();
    match characters.next() {
        Some(first) => format!("{first}{}", "*".repeat(characters.count().clamp(1, 2))),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn a_name_is_masked() {
        assert_eq!(mask("王小明"), "王**");
        assert_eq!(mask("廖凡"), "廖*");
        assert_eq!(mask("Siobhán O’Brien"), "S**");
        assert_eq!(mask("林"), "林*");
        assert_eq!(mask(" "), "");
    }
}
