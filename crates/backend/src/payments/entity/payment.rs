//! A payment of an order.

use sea_orm::entity::prelude::*;

/// A payment. Times in Unix milliseconds, money in minor units.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payments")]
pub struct Model {
    /// UUIDv7; the provider's idempotency key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// The order.
    pub order_id: String,
    /// `PaymentKind`.
    pub kind: String,
    /// The provider; none for cash.
    pub provider: Option<String>,
    /// The provider's token of the means of payment.
    pub token: Option<String>,
    /// The means in words, for example `•••• 4242`.
    pub label: String,
    /// The provider's reference, once it has one.
    pub reference: Option<String>,
    /// `PaymentStatus`.
    pub status: String,
    /// What the provider must still be told (`payments::provider::Duty`); none when all is said.
    pub duty: Option<String>,
    /// How much.
    pub amount: i64,
    /// Taken so far.
    pub captured: i64,
    /// Given back so far.
    pub refunded: i64,
    /// Its currency.
    pub currency: String,
    /// When the money was secured.
    pub paid_at: Option<i64>,
    /// When it was begun.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
