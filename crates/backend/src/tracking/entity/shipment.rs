//! A parcel of an order.

use sea_orm::entity::prelude::*;

/// A parcel. Times in Unix milliseconds.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shipments")]
pub struct Model {
    /// UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// The order.
    pub order_id: String,
    /// The carrier's slug.
    pub carrier: String,
    /// The carrier's number, unique with the carrier.
    pub tracking_number: String,
    /// `TrackingStatus` by all checkpoints (see `tracking::status`).
    pub status: String,
    /// More exactly; may be empty.
    pub substatus: String,
    /// Arrival as it looks now, at the earliest.
    pub expected_from: i64,
    /// Arrival as it looks now, at the latest.
    pub expected_until: i64,
    /// When the expectation was told, so that an older one does not replace it.
    pub expected_told_at: i64,
    /// When it was first told to be later than promised.
    pub delayed_at: Option<i64>,
    /// When it was packed.
    pub packed_at: i64,
    /// When it was handed to the carrier.
    pub shipped_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
