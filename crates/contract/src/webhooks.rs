//! What payment providers, carriers and warehouses tell the shop.
//!
//! Each call carries [`SIGNATURE`]: `t=<unix seconds>,v1=<hex>`, where `v1` is
//! HMAC-SHA-256 over `<t>.<body>` with the secret agreed on (Stripe's scheme).
//! A call more than five minutes old is refused; an event id seen before is
//! acknowledged and ignored.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::tracking::{Location, TrackingStatus};
use crate::{Money, OrderId, OrderLineId, Timestamp};

/// The signature's header.
pub const SIGNATURE: &str = "Vitrine-Signature";

/// `POST /api/webhooks/payments/{provider}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaymentEvent {
    /// The provider's id of the event.
    pub event_id: String,
    /// The provider's reference of the payment.
    pub reference: String,
    /// What happened.
    pub kind: PaymentEventKind,
    /// How much.
    pub amount: Money,
    /// When.
    pub at: Timestamp,
}

open_enum! {
    /// What happened to a payment.
    PaymentEventKind {
        /// The money is held.
        Authorized = "authorized",
        /// The money was taken.
        Captured = "captured",
        /// Released without being taken.
        Voided = "voided",
        /// The money went back.
        Refunded = "refunded",
        /// It failed after all.
        Failed = "failed",
    }
}

/// `POST /api/webhooks/fulfilment/{warehouse}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FulfilmentEvent {
    /// The warehouse's id of the event.
    pub event_id: String,
    /// The order.
    pub order: OrderId,
    /// What happened.
    pub kind: FulfilmentEventKind,
    /// The parcel, when packed or shipped.
    #[serde(default)]
    pub parcel: Option<Parcel>,
    /// When.
    pub at: Timestamp,
}

open_enum! {
    /// What happened in the warehouse.
    FulfilmentEventKind {
        /// A parcel was packed.
        Packed = "packed",
        /// It was handed to the carrier.
        Shipped = "shipped",
    }
}

/// A parcel of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Parcel {
    /// The carrier's slug.
    pub carrier: String,
    /// The carrier's number.
    pub tracking_number: String,
    /// The order's lines in it, with pieces.
    pub items: Vec<ParcelItem>,
}

/// Some pieces of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ParcelItem {
    /// The order's line.
    pub line: OrderLineId,
    /// Pieces.
    pub quantity: u32,
}

/// `POST /api/webhooks/carriers/{carrier}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CarrierEvent {
    /// The carrier's id of the event.
    pub event_id: String,
    /// The carrier's number of the parcel.
    pub tracking_number: String,
    /// When it was seen.
    pub checkpoint_time: Timestamp,
    /// Normalised status.
    pub status: TrackingStatus,
    /// More exactly; may be empty.
    #[serde(default)]
    pub substatus: String,
    /// The carrier's own words.
    pub message: String,
    /// Where.
    #[serde(default)]
    pub location: Option<Location>,
    /// The carrier's own code.
    pub raw_status: String,
    /// Arrival as it looks now, when the carrier says so.
    #[serde(default)]
    pub expected: Option<crate::products::DeliveryPromise>,
}
