//! A photo of a review.

use sea_orm::entity::prelude::*;

/// A photo of a review.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "review_photos")]
pub struct Model {
    /// The review.
    #[sea_orm(primary_key, auto_increment = false)]
    pub review_id: String,
    /// Place among the photos.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    /// The picture.
    pub picture_id: String,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
