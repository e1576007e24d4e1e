//! A stored means of payment.

use sea_orm::entity::prelude::*;

/// A means of payment. Times in Unix milliseconds, money in minor units.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment_methods")]
pub struct Model {
    /// UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Whose.
    pub shopper_id: String,
    /// Counts the changes.
    pub version: i32,
    /// `PaymentKind`.
    pub kind: String,
    /// The provider's token.
    pub token: String,
    /// How the shopper knows it.
    pub label: String,
    /// Whether orders are paid with it unless said otherwise; one each shopper
    /// (`ux_payment_methods_default`).
    pub is_default: bool,
    /// Up to this total no password is asked.
    pub password_free_limit: i64,
    /// The limit's currency.
    pub currency: String,
    /// When it was kept.
    pub created_at: i64,
    /// When it was changed last.
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
