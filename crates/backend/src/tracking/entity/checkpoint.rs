//! A parcel was seen.

use sea_orm::entity::prelude::*;

/// A checkpoint. Times in Unix milliseconds.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "checkpoints")]
pub struct Model {
    /// UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// The parcel.
    pub shipment_id: String,
    /// When, by the carrier's clock.
    pub checkpoint_time: i64,
    /// When the shop heard of it.
    pub created_at: i64,
    /// `TrackingStatus`.
    pub status: String,
    /// More exactly; may be empty.
    pub substatus: String,
    /// The carrier's own words.
    #[sea_orm(column_type = "Text")]
    pub message: String,
    /// City; empty when the place is not told.
    pub city: String,
    /// Province or state; may be empty.
    pub state: String,
    /// ISO 3166-1 alpha-2; empty when the place is not told.
    pub country_region: String,
    /// The carrier's own code.
    pub raw_status: String,
}

impl ActiveModelBehavior for ActiveModel {}
