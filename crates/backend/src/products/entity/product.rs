//! A product, with everything that lists sort and filter by in its own row.

use sea_orm::entity::prelude::*;

/// A product, with everything that lists sort and filter by in its own row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "products")]
pub struct Model {
    /// The product.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Its name in URLs.
    #[sea_orm(unique)]
    pub slug: String,
    /// Its category.
    pub category_id: String,
    /// Its seller.
    pub merchant_id: String,
    /// Maker.
    pub brand: String,
    /// The cheapest variant in stock, or the cheapest. Kept by `products::stock`.
    pub default_variant_id: String,
    /// Price of the default variant in minor units.
    pub price: i64,
    /// ISO 4217 code of all its prices.
    pub currency: String,
    /// Whether variants have different prices.
    pub price_varies: bool,
    /// How many variants there are.
    pub variant_count: i32,
    /// Whether any variant is in stock.
    pub in_stock: bool,
    /// Pieces sold so far.
    pub units_sold: i64,
    /// How many ratings.
    pub rating_count: i64,
    /// Sum of the stars.
    pub rating_sum: i64,
    /// Average weighed by the number of ratings; see `reviews::totals`.
    pub rating_score: i64,
    /// Unix milliseconds.
    pub published_at: i64,
    /// Days until it leaves the warehouse.
    pub ships_in_days: i32,
    /// Days on the way at the least.
    pub delivery_days_min: i32,
    /// Days on the way at the most.
    pub delivery_days_max: i32,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
