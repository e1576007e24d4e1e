//! A variant's choice in words, in one language.

use sea_orm::entity::prelude::*;

/// A variant's choice in words, in one language.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "variant_texts")]
pub struct Model {
    /// The variant.
    #[sea_orm(primary_key, auto_increment = false)]
    pub variant_id: String,
    /// BCP 47 tag of the language.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lang: String,
    /// For example `13″ · 8GB`; empty when there is no choice.
    pub name: String,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
