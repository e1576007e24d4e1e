//! A picture in a product's gallery.

use sea_orm::entity::prelude::*;

/// A picture in a product's gallery.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_pictures")]
pub struct Model {
    /// The product.
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: String,
    /// Place in the gallery, 0 is the main picture.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    /// The picture.
    pub picture_id: String,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
