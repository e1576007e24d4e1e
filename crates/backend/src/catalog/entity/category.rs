//! A category.

use sea_orm::entity::prelude::*;

/// A category.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "categories")]
pub struct Model {
    /// The category.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Its name in URLs.
    #[sea_orm(unique)]
    pub slug: String,
    /// Place in the shop window.
    pub position: i32,
    /// The product whose picture stands for it.
    pub cover_product_id: Option<String>,
    /// How many products it has.
    pub product_count: i64,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
