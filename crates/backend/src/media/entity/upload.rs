//! A shopper's upload.

use sea_orm::entity::prelude::*;

/// An upload.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "uploads")]
pub struct Model {
    /// The picture.
    #[sea_orm(primary_key, auto_increment = false)]
    pub picture_id: String,
    /// Whose.
    pub shopper_id: String,
    /// The review that shows it; none while it waits.
    pub review_id: Option<String>,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
