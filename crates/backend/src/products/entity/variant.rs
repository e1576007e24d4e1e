//! A variant: what is priced, stocked and bought.

use sea_orm::entity::prelude::*;

/// A variant: what is priced, stocked and bought.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "variants")]
pub struct Model {
    /// The variant.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Its product.
    pub product_id: String,
    /// The merchant's stock-keeping unit.
    #[sea_orm(unique)]
    pub sku: String,
    /// Place among the product's variants.
    pub position: i32,
    /// The chosen values' codes in the order of the options, as a JSON list.
    pub choice: String,
    /// Price of one piece in minor units of the product's currency.
    pub price: i64,
    /// Lowest price of the 30 days before the reduction, when reduced.
    pub before_price: Option<i64>,
    /// Pieces left; the database refuses less than 0.
    pub stock: i32,
    /// Position in the product's gallery.
    pub picture: i32,
    /// Whether it is still sold.
    pub active: bool,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
