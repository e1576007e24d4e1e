//! A review.

use sea_orm::entity::prelude::*;

/// A review.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reviews")]
pub struct Model {
    /// The review.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// The product.
    pub product_id: String,
    /// The variant bought.
    pub variant_id: Option<String>,
    /// Who wrote it; none for seeded ones.
    pub shopper_id: Option<String>,
    /// The line of the order it is about, at most one review each (`ux_reviews_order_line`).
    #[sea_orm(unique)]
    pub order_line_id: Option<String>,
    /// Who wrote it, as shown; empty when anonymous.
    pub author: String,
    /// Whether the author bought the product here.
    pub verified_purchase: bool,
    /// 1 to 5.
    pub rating: i32,
    /// The goods' quality, 1 to 5.
    pub quality: i32,
    /// Value for money, 1 to 5.
    pub value: i32,
    /// Looks, 1 to 5.
    pub appearance: i32,
    /// Delivery, 1 to 5.
    pub logistics: i32,
    /// The seller's service, 1 to 5.
    pub service: i32,
    /// Headline; may be empty.
    pub title: String,
    /// Text.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// BCP 47 tag of the text.
    pub language: String,
    /// How many photos it has.
    pub photo_count: i32,
    /// How many found it helpful.
    pub helpful: i64,
    /// The merchant's reply.
    #[sea_orm(column_type = "Text", nullable)]
    pub reply: Option<String>,
    /// Unix milliseconds.
    pub written_at: i64,
    /// `ReviewStatus` of the contract; only published and featured ones are shown and counted.
    pub status: String,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
