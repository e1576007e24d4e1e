//! A category's words in one language.

use sea_orm::entity::prelude::*;

/// A category's words in one language.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "category_texts")]
pub struct Model {
    /// The category.
    #[sea_orm(primary_key, auto_increment = false)]
    pub category_id: String,
    /// BCP 47 tag of the language.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lang: String,
    /// Name.
    pub name: String,
    /// A line about it.
    pub tagline: String,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
