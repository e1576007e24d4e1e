//! A shopper.

use sea_orm::entity::prelude::*;

/// A shopper.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shoppers")]
pub struct Model {
    /// UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// E-mail address or phone number in its normal form (`contract::contact`).
    #[sea_orm(unique)]
    pub contact: String,
    /// Whether this is a demo shopper.
    pub demo: bool,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
