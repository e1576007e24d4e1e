//! A seller's words in one language.

use sea_orm::entity::prelude::*;

/// A seller's words in one language.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "merchant_texts")]
pub struct Model {
    /// The merchant.
    #[sea_orm(primary_key, auto_increment = false)]
    pub merchant_id: String,
    /// BCP 47 tag of the language.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lang: String,
    /// Name.
    pub name: String,
    /// A line about it.
    #[sea_orm(column_type = "Text")]
    pub about: String,
    /// Where it ships from.
    pub ships_from: String,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
