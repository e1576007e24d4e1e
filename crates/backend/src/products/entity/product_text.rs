//! A product's words in one language.

use sea_orm::entity::prelude::*;

/// A product's words in one language.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_texts")]
pub struct Model {
    /// The product.
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: String,
    /// BCP 47 tag of the language.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lang: String,
    /// Title.
    pub title: String,
    /// One line.
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    /// Paragraphs, an empty line between them.
    #[sea_orm(column_type = "Text")]
    pub description: String,
    /// JSON: `[{"name", "value"}]`.
    #[sea_orm(column_type = "Text")]
    pub parameters: String,
    /// JSON: `[{"code", "name", "values": [{"code", "name"}]}]`.
    #[sea_orm(column_type = "Text")]
    pub options: String,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
