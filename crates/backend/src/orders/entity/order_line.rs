//! A line of an order, as it was bought.

use sea_orm::entity::prelude::*;

/// A line.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_lines")]
pub struct Model {
    /// UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// The order.
    pub order_id: String,
    /// Where it stands in the order, from 0.
    pub position: i32,
    /// The order's shopper, for "bought before".
    pub shopper_id: Option<String>,
    /// The variant.
    pub variant_id: String,
    /// The product.
    pub product_id: String,
    /// The product's name in URLs.
    pub slug: String,
    /// Title in every language, as JSON (`text::Text`).
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// The choice in words, likewise.
    #[sea_orm(column_type = "Text")]
    pub variant_name: String,
    /// The picture.
    pub picture_id: Option<String>,
    /// Pieces.
    pub quantity: i32,
    /// Price of one piece, in the order's currency.
    pub unit_price: i64,
}

impl ActiveModelBehavior for ActiveModel {}
