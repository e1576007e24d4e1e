//! What buyers say about a product, counted: only reviews that are shown.

use sea_orm::entity::prelude::*;

/// What buyers say about a product, counted: only reviews that are shown.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "review_totals")]
pub struct Model {
    /// The product.
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: String,
    /// How many gave 1 star.
    pub stars_1: i64,
    /// How many gave 2 stars.
    pub stars_2: i64,
    /// How many gave 3 stars.
    pub stars_3: i64,
    /// How many gave 4 stars.
    pub stars_4: i64,
    /// How many gave 5 stars.
    pub stars_5: i64,
    /// The goods' quality, summed up.
    pub quality_sum: i64,
    /// Value for money, summed up.
    pub value_sum: i64,
    /// Looks, summed up.
    pub appearance_sum: i64,
    /// Delivery, summed up.
    pub logistics_sum: i64,
    /// The seller's service, summed up.
    pub service_sum: i64,
    /// How many come with photos.
    pub with_photos: i64,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
