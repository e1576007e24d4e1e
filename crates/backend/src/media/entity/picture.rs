//! A picture at several widths. Its row stays while its files may change: a drawn placeholder becomes a photo.

use sea_orm::entity::prelude::*;

/// A picture at several widths. Its row stays while its files may change: a drawn placeholder becomes a photo.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pictures")]
pub struct Model {
    /// The picture.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// URL with `{width}` where one of `widths` goes.
    pub template: String,
    /// Widths in pixels, ascending, joined by commas.
    pub widths: String,
    /// Width of the largest.
    pub width: i32,
    /// Height of the largest.
    pub height: i32,
    /// Dominant colour, `#rrggbb`.
    pub tone: String,
    /// `drawn`, `photo` or `upload`.
    pub origin: String,
}

/// Related rows are loaded in batches by id, not by relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
