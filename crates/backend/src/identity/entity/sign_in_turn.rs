//! Whose codes are being counted right now.

use sea_orm::entity::prelude::*;

/// A row that whoever counts holds until the end of its transaction.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_turns")]
pub struct Model {
    /// A contact or a client, told apart by a prefix.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// Unix milliseconds.
    pub taken_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
