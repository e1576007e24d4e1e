//! A shopper's address.

use sea_orm::entity::prelude::*;

/// An address. Times in Unix milliseconds.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "addresses")]
pub struct Model {
    /// UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Whose.
    pub shopper_id: String,
    /// Counts the changes.
    pub version: i32,
    /// Whether orders go here unless said otherwise; one each shopper (`ux_addresses_default`).
    pub is_default: bool,
    /// Who receives.
    pub name: String,
    /// Phone number.
    pub phone: String,
    /// Province, municipality or state.
    pub region: String,
    /// City and district.
    pub city: String,
    /// Street, house, room.
    pub street: String,
    /// Postal code; may be empty.
    pub postal_code: String,
    /// When it was kept.
    pub created_at: i64,
    /// When it was changed last.
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
