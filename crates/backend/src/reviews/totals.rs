//! Counts what buyers say.

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use vitrine_contract::catalog::RatingSummary;
use vitrine_contract::reviews::{DimensionAverages, Dimensions, ReviewSummary};

use super::entity::review_totals::{ActiveModel, Column, Entity, Model};
use crate::error::AppResult;
use crate::products::entity::product;

/// A product without ratings is ranked as if it had this many…
const PRIOR_COUNT: i64 = 10;
/// …of this many stars each, so that one five-star rating does not beat two
/// hundred that average 4.8 (a Bayesian average).
const PRIOR_STARS: i64 = 4;
/// Scores are in these parts of a star.
const PARTS: i64 = 10_000;

/// What of a review is counted.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// 1 to 5.
    pub rating: u8,
    /// Further ratings.
    pub dimensions: Dimensions,
    /// Whether it has photos.
    pub with_photos: bool,
}

/// The score by which lists sort, of ratings with this sum and number.
pub fn score(sum: i64, count: i64) -> i64 {
    (PRIOR_COUNT * PRIOR_STARS + sum) * PARTS / (PRIOR_COUNT + count)
}

/// Average and number.
pub fn average(sum: i64, count: i64) -> RatingSummary {
    RatingSummary { average_hundredths: hundredths(sum, count), count: count.unsigned_abs() }
}

/// Rounded to the nearest hundredth; 0 without ratings.
fn hundredths(sum: i64, count: i64) -> u32 {
    if count <= 0 {
        return 0;
    }
    u32::try_from((sum * 100 + count / 2) / count).unwrap_or(0)
}

/// Counts one more review that is shown, in the transaction that shows it.
/// After the commit: [`crate::catalog::bump_version`].
pub async fn add(db: &impl ConnectionTrait, product_id: &str, review: Counted) -> AppResult<()> {
    let mut row = zero(product_id);
    count_in(&mut row, review);
    let stars = [Column::Stars1, Column::Stars2, Column::Stars3, Column::Stars4, Column::Stars5];
    let sums = [
        Column::QualitySum,
        Column::ValueSum,
        Column::AppearanceSum,
        Column::LogisticsSum,
        Column::ServiceSum,
        Column::WithPhotos,
    ];
    // One statement, so that two reviews at once are both counted.
    let mut conflict = OnConflict::column(Column::ProductId);
    for column in stars.into_iter().chain(sums) {
        let more = Expr::col((sea_orm::sea_query::Alias::new("excluded"), column));
        conflict.value(column, Expr::col((Entity, column)).add(more));
    }
    Entity::insert(to_active(row)).on_conflict(conflict).exec_without_returning(db).await?;

    let rating = i64::from(review.rating);
    let sum = Expr::col(product::Column::RatingSum).add(rating);
    let count = Expr::col(product::Column::RatingCount).add(1);
    let score = Expr::expr(sum.clone().add(PRIOR_COUNT * PRIOR_STARS))
        .mul(PARTS)
        .div(Expr::expr(count.clone().add(PRIOR_COUNT)));
    product::Entity::update_many()
        .col_expr(product::Column::RatingSum, sum)
        .col_expr(product::Column::RatingCount, count)
        .col_expr(product::Column::RatingScore, score)
        .filter(product::Column::Id.eq(product_id))
        .exec(db)
        .await?;
    Ok(())
}

/// Nothing counted yet.
pub fn zero(product_id: &str) -> Model {
    Model {
        product_id: product_id.to_owned(),
        stars_1: 0,
        stars_2: 0,
        stars_3: 0,
        stars_4: 0,
        stars_5: 0,
        quality_sum: 0,
        value_sum: 0,
        appearance_sum: 0,
        logistics_sum: 0,
        service_sum: 0,
        with_photos: 0,
    }
}

/// Counts a review into a row in memory.
pub fn count_in(row: &mut Model, review: Counted) {
    match review.rating {
        1 => row.stars_1 += 1,
        2 => row.stars_2 += 1,
        3 => row.stars_3 += 1,
        4 => row.stars_4 += 1,
        _ => row.stars_5 += 1,
    }
    row.quality_sum += i64::from(review.dimensions.quality);
    row.value_sum += i64::from(review.dimensions.value);
    row.appearance_sum += i64::from(review.dimensions.appearance);
    row.logistics_sum += i64::from(review.dimensions.logistics);
    row.service_sum += i64::from(review.dimensions.service);
    row.with_photos += i64::from(review.with_photos);
}

/// For inserting.
pub fn to_active(row: Model) -> ActiveModel {
    ActiveModel {
        product_id: Set(row.product_id),
        stars_1: Set(row.stars_1),
        stars_2: Set(row.stars_2),
        stars_3: Set(row.stars_3),
        stars_4: Set(row.stars_4),
        stars_5: Set(row.stars_5),
        quality_sum: Set(row.quality_sum),
        value_sum: Set(row.value_sum),
        appearance_sum: Set(row.appearance_sum),
        logistics_sum: Set(row.logistics_sum),
        service_sum: Set(row.service_sum),
        with_photos: Set(row.with_photos),
    }
}

/// What buyers say about a product, in numbers.
pub async fn summary(
    db: &impl ConnectionTrait,
    product: &product::Model,
) -> AppResult<ReviewSummary> {
    let row = Entity::find_by_id(&product.id).one(db).await?;
    let row = row.unwrap_or_else(|| zero(&product.id));
    let count = product.rating_count;
    Ok(ReviewSummary {
        rating: average(product.rating_sum, count),
        histogram: [row.stars_1, row.stars_2, row.stars_3, row.stars_4, row.stars_5]
            .map(i64::unsigned_abs),
        dimensions_hundredths: DimensionAverages {
            quality: hundredths(row.quality_sum, count),
            value: hundredths(row.value_sum, count),
            appearance: hundredths(row.appearance_sum, count),
            logistics: hundredths(row.logistics_sum, count),
            service: hundredths(row.service_sum, count),
        },
        with_photos: row.with_photos.unsigned_abs(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_good_ratings_beat_one_perfect_one() {
        assert!(score(200 * 5 - 40, 200) > score(5, 1));
        assert!(score(5, 1) > score(0, 0));
        assert!(score(1, 1) < score(0, 0));
    }

    #[test]
    fn averages_are_rounded() {
        assert_eq!(average(14, 3).average_hundredths, 467);
        assert_eq!(average(0, 0).average_hundredths, 0);
    }
}
