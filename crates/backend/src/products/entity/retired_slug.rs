//! A name that a product had.

use sea_orm::entity::prelude::*;

/// A name that a product had.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "retired_slugs")]
pub struct Model {
    /// The name in URLs.
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    /// The product that had it, or took its place; `None` once that is gone for good.
    pub product_id: Option<String>,
    /// Since when, unix milliseconds.
    pub retired_at: i64,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
