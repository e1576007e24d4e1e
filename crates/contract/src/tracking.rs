//! Tracking: shipments, checkpoints and the order's timeline.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::orders::Order;
use crate::products::DeliveryPromise;
use crate::{OrderLineId, ShipmentId, Timestamp};

/// A parcel (schema.org ParcelDelivery).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shipment {
    /// The shipment.
    pub id: ShipmentId,
    /// The carrier's name in the language asked for.
    pub carrier: String,
    /// The carrier's number.
    pub tracking_number: String,
    /// The carrier's own page about it.
    pub tracking_url: Option<String>,
    /// The order's lines in it, with pieces.
    pub items: Vec<ShipmentItem>,
    /// Where it is.
    pub status: TrackingStatus,
    /// More exactly, for example `departure_scan`, `customs_delay`; may be empty.
    pub substatus: String,
    /// Arrival as it was promised.
    pub promised: DeliveryPromise,
    /// Arrival as it looks now.
    pub expected: DeliveryPromise,
    /// Every checkpoint, the oldest first.
    pub checkpoints: Vec<Checkpoint>,
}

/// Some pieces of a line in a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShipmentItem {
    /// The order's line.
    pub line: OrderLineId,
    /// Pieces.
    pub quantity: u32,
}

/// A parcel was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Checkpoint {
    /// When, by the carrier's clock.
    pub checkpoint_time: Timestamp,
    /// Normalised status.
    pub status: TrackingStatus,
    /// More exactly; may be empty.
    pub substatus: String,
    /// The carrier's own words.
    pub message: String,
    /// Where.
    pub location: Option<Location>,
    /// The carrier's own code.
    pub raw_status: String,
    /// Who told: the carrier's slug.
    pub source: String,
}

/// A place on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Location {
    /// City.
    pub city: String,
    /// Province or state; may be empty.
    #[serde(default)]
    pub state: String,
    /// ISO 3166-1 alpha-2.
    pub country_region: String,
}

/// A step of an order's timeline, above single checkpoints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimelineStep {
    /// Which step.
    pub step: Step,
    /// When it happened; `None` when it is still to come.
    pub at: Option<Timestamp>,
}

/// Data of a server-sent event of `GET /api/orders/{id}/events?lang=[&key=]`,
/// event name `order`, id ascending: the order as it is after the event, so
/// that nobody has to fold events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderEvent {
    /// What happened, for the announcement.
    pub step: Step,
    /// The order now.
    pub order: Order,
}

open_enum! {
    /// A step of an order.
    Step {
        /// Placed.
        Placed = "placed",
        /// Paid, or to be paid to the courier.
        Paid = "paid",
        /// Packed.
        Packed = "packed",
        /// Handed to the carrier.
        Shipped = "shipped",
        /// A checkpoint on the way.
        Checkpoint = "checkpoint",
        /// The courier is on the way.
        OutForDelivery = "out_for_delivery",
        /// Waits at a pick-up point.
        PickupAvailable = "pickup_available",
        /// Delivery was tried in vain.
        AttemptFail = "attempt_fail",
        /// Later than promised.
        Delayed = "delayed",
        /// Something went wrong.
        Exception = "exception",
        /// Arrived.
        Delivered = "delivered",
        /// Called off.
        Cancelled = "cancelled",
    }
}

open_enum! {
    /// Where a parcel is (AfterShip's nine).
    TrackingStatus {
        /// Nothing is known yet.
        Pending = "pending",
        /// The carrier knows of it and waits for it.
        InfoReceived = "info_received",
        /// On its way.
        InTransit = "in_transit",
        /// The courier is on the way.
        OutForDelivery = "out_for_delivery",
        /// Delivery was tried in vain.
        AttemptFail = "attempt_fail",
        /// Waits at a pick-up point.
        AvailableForPickup = "available_for_pickup",
        /// Arrived.
        Delivered = "delivered",
        /// Something went wrong.
        Exception = "exception",
        /// Nothing was heard for long.
        Expired = "expired",
    }
}

/// Body and answer of `POST /api/demo/orders/{id}/scenario[?key=]`, in demo
/// mode only: what shall happen to an order that is not packed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DemoScenario {
    /// What.
    pub scenario: Scenario,
}

open_enum! {
    /// What can happen to an order in the demo world.
    Scenario {
        /// Everything as promised.
        OnTime = "on_time",
        /// Arrival is put off beyond the promise.
        Delayed = "delayed",
        /// Two parcels.
        Split = "split",
        /// Nobody at home the first time.
        FailedAttempt = "failed_attempt",
        /// Waits at a pick-up point.
        Pickup = "pickup",
    }
}
