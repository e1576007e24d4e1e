//! A seller.

use sea_orm::entity::prelude::*;

/// A seller.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "merchants")]
pub struct Model {
    /// The merchant.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Its name in URLs.
    #[sea_orm(unique)]
    pub slug: String,
    /// Since when it sells here, unix milliseconds.
    pub since: i64,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
