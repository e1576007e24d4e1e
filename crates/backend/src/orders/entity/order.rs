//! An order. Statuses are derived (see `orders::status`), never stored.

use sea_orm::entity::prelude::*;

/// An order. Times in Unix milliseconds, money in minor units.
///
/// Its life: reserved (goods set aside, nobody sees it yet), then confirmed
/// (the money is secured) or abandoned (it is not; the goods went back). A
/// confirmed order is cancelled while it may be undone, or released: from then
/// on it is in the hands of fulfilment.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orders")]
pub struct Model {
    /// UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Short number for people.
    pub number: String,
    /// Whose; none for a guest.
    pub shopper_id: Option<String>,
    /// SHA-256 of the guest's key, in hex.
    pub guest_key_hash: Option<String>,
    /// A guest's e-mail address or phone number.
    pub contact: Option<String>,
    /// By one click or at the checkout.
    pub channel: String,
    /// Language the shopper bought in.
    pub language: String,
    /// Currency of every amount.
    pub currency: String,
    /// What it costs.
    pub total: i64,
    /// `vitrine_pricing::Quote` as it was agreed, as JSON.
    #[sea_orm(column_type = "Text")]
    pub quote: String,
    /// `AddressFields` as JSON.
    #[sea_orm(column_type = "Text")]
    pub address: String,
    /// Arrival promised, at the earliest.
    pub promised_from: i64,
    /// Arrival promised, at the latest.
    pub promised_until: i64,
    /// When it was placed.
    pub placed_at: i64,
    /// When the money was secured, or the courier trusted with it.
    pub confirmed_at: Option<i64>,
    /// When it was given up because the money was not.
    pub abandoned_at: Option<i64>,
    /// Until when it can be undone; none once it is released or cancelled.
    pub undo_until: Option<i64>,
    /// When it was handed to fulfilment.
    pub released_at: Option<i64>,
    /// When it was called off.
    pub cancelled_at: Option<i64>,
    /// The idempotency claim that placed it, for its recovery.
    pub claim_scope: String,
    /// Its key.
    pub claim_key: String,
}

impl ActiveModelBehavior for ActiveModel {}
