//! Pages of a product's reviews.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Deserialize;
use vitrine_contract::media::Picture;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::reviews::{Dimensions, Review, ReviewSort, ReviewStatus};
use vitrine_contract::{List, Meta};
use vitrine_i18n::Locale;

use super::entity::review::{Column, Entity, Model};
use super::entity::review_photo;
use crate::catalog::Cursor;
use crate::catalog::query::Checker;
use crate::clock::timestamp;
use crate::error::AppResult;
use crate::media::pictures;
use crate::products::items;

/// Reviews a page holds unless asked otherwise.
const LIMIT: u64 = 10;
/// Reviews that come with their product.
const FIRST: u64 = 4;
/// The most reviews a page can hold.
const LIMIT_MAX: i64 = 50;

/// The query string, as it came.
#[derive(Debug, Default, Deserialize)]
pub struct RawReviewQuery {
    rating: Option<String>,
    with_photos: Option<String>,
    sort: Option<String>,
    cursor: Option<String>,
    limit: Option<String>,
}

/// A page that can be made.
#[derive(Clone, Debug)]
pub struct ReviewQuery {
    rating: Option<i64>,
    with_photos: bool,
    sort: ReviewSort,
    cursor: Option<Cursor>,
    limit: u64,
}

impl ReviewQuery {
    /// The most helpful ones, with which a product is shown: few, so that what comes
    /// before them is not late.
    pub fn of_product() -> Self {
        Self {
            rating: None,
            with_photos: false,
            sort: ReviewSort::Helpful,
            cursor: None,
            limit: FIRST,
        }
    }
}

impl RawReviewQuery {
    /// Checks everything; the error names every wrong field.
    pub fn check(self) -> AppResult<ReviewQuery> {
        let mut check = Checker::default();
        let rating = check.number("rating", self.rating, 1..=5);
        let with_photos = check.flag("with_photos", self.with_photos);
        let sort = self.sort.filter(|s| !s.is_empty());
        let sort = sort.map_or(ReviewSort::Helpful, ReviewSort::from);
        if let ReviewSort::Other(_) = sort {
            check.fault("sort", FieldCode::Unknown, &ReviewSort::KNOWN.join(", "));
        }
        let cursor = self.cursor.filter(|c| !c.is_empty());
        let read = cursor.as_deref().map(|text| Cursor::read(text, sort.as_str()));
        if let Some(None) = read {
            check.fault("cursor", FieldCode::Invalid, "not a cursor of this list");
        }
        let limit = check.number("limit", self.limit, 1..=LIMIT_MAX);
        check.done()?;
        Ok(ReviewQuery {
            rating,
            with_photos,
            sort,
            cursor: read.flatten(),
            limit: limit.map_or(LIMIT, i64::unsigned_abs),
        })
    }
}

/// The column of this sort, and whether ascending.
fn sort_column(sort: &ReviewSort) -> (Column, bool) {
    match sort {
        ReviewSort::Newest => (Column::WrittenAt, false),
        ReviewSort::RatingHigh => (Column::Rating, false),
        ReviewSort::RatingLow => (Column::Rating, true),
        ReviewSort::Helpful | ReviewSort::Other(_) => (Column::Helpful, false),
    }
}

fn sort_key(row: &Model, column: Column) -> i64 {
    match column {
        Column::WrittenAt => row.written_at,
        Column::Rating => i64::from(row.rating),
        _ => row.helpful,
    }
}

/// Whether a review of this status is shown to everybody.
pub fn is_shown() -> SimpleExpr {
    Column::Status.is_in([ReviewStatus::Published.as_str(), ReviewStatus::Featured.as_str()])
}

/// A page of the reviews that are shown.
pub async fn page(
    db: &impl ConnectionTrait,
    lang: Locale,
    product_id: &str,
    query: &ReviewQuery,
) -> AppResult<List<Review>> {
    let (column, ascending) = sort_column(&query.sort);
    let order = if ascending { Order::Asc } else { Order::Desc };
    let mut select = Entity::find().filter(Column::ProductId.eq(product_id)).filter(is_shown());
    if let Some(rating) = query.rating {
        select = select.filter(Column::Rating.eq(rating));
    }
    if query.with_photos {
        select = select.filter(Column::PhotoCount.gt(0));
    }
    if let Some(cursor) = &query.cursor {
        let (key, id) = (Expr::col(column), Expr::col(Column::Id));
        select = select.filter(cursor.after(key, id, ascending));
    }
    let mut rows = select
        .order_by(column, order.clone())
        .order_by(Column::Id, order)
        .limit(query.limit + 1)
        .all(db)
        .await?;
    let more = rows.len() as u64 > query.limit;
    rows.truncate(usize::try_from(query.limit).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|last| {
        Cursor { key: sort_key(last, column), id: last.id.clone() }.write(query.sort.as_str())
    });
    // Without filters the product's own count is the total; see `ReviewSummary`.
    Ok(List { items: to_contract(db, lang, rows).await?, meta: Meta { total: None, next } })
}

/// Reviews with their photos and the variants in words, loaded in batches.
pub async fn to_contract(
    db: &impl ConnectionTrait,
    lang: Locale,
    rows: Vec<Model>,
) -> AppResult<Vec<Review>> {
    let ids = rows.iter().filter(|r| r.photo_count > 0).map(|r| r.id.clone()).collect();
    let mut photos = photos(db, ids).await?;
    let variants = rows.iter().filter_map(|r| r.variant_id.clone());
    let names = items::variant_names(db, lang, variants).await?;
    let review = |row: Model| Review {
        photos: photos.remove(&row.id).unwrap_or_default(),
        variant_name: row.variant_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
        id: row.id.into(),
        author: row.author,
        verified_purchase: row.verified_purchase,
        rating: stars(row.rating),
        dimensions: Dimensions {
            quality: stars(row.quality),
            value: stars(row.value),
            appearance: stars(row.appearance),
            logistics: stars(row.logistics),
            service: stars(row.service),
        },
        title: row.title,
        text: row.text,
        language: row.language,
        helpful: row.helpful.unsigned_abs(),
        reply: row.reply,
        written_at: timestamp(row.written_at),
        status: ReviewStatus::from(row.status),
    };
    Ok(rows.into_iter().map(review).collect())
}

async fn photos(
    db: &impl ConnectionTrait,
    review_ids: Vec<String>,
) -> AppResult<HashMap<String, Vec<Picture>>> {
    if review_ids.is_empty() {
        return Ok(HashMap::new());
    }
    let places = review_photo::Entity::find()
        .filter(review_photo::Column::ReviewId.is_in(review_ids))
        .order_by_asc(review_photo::Column::Position)
        .all(db)
        .await?;
    let rows = pictures::by_ids(db, places.iter().map(|p| p.picture_id.clone())).await?;
    let mut photos: HashMap<_, Vec<_>> = HashMap::new();
    for place in places {
        if let Some(picture) = rows.get(&place.picture_id) {
            photos.entry(place.review_id).or_default().push(picture.to_contract(""));
        }
    }
    Ok(photos)
}

fn stars(number: i32) -> u8 {
    u8::try_from(number.clamp(1, 5)).unwrap_or(5)
}
