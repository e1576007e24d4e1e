//! Orders: placing, reading, undoing.

use serde::{Deserialize, Serialize};
use vitrine_pricing::Quote;

use crate::addresses::AddressFields;
use crate::cart::LineRequest;
use crate::media::Picture;
use crate::open_enum::open_enum;
use crate::payments::{PaymentChoice, PaymentKind, PaymentStatus};
use crate::products::DeliveryPromise;
use crate::tracking::{Shipment, TimelineStep};
use crate::{AddressId, Money, OrderId, OrderLineId, ProductId, Timestamp, VariantId};

/// `POST /api/orders`: buy. One request a purchase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceOrder {
    /// By one click or at the checkout.
    pub channel: Channel,
    /// What.
    pub lines: Vec<LineRequest>,
    /// Where to.
    pub address: AddressChoice,
    /// A guest's e-mail address or phone number; `None` when signed in.
    #[serde(default)]
    pub contact: Option<String>,
    /// How paid.
    pub payment: PaymentChoice,
    /// The total that the shopper saw. Another total now is refused with
    /// `price_changed`, so that nobody pays more than was shown.
    pub expected_total: Money,
    /// Language of the order's texts, BCP 47.
    pub language: String,
}

/// Where an order goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AddressChoice {
    /// A stored address of the shopper.
    Stored {
        /// The address.
        id: AddressId,
    },
    /// Typed at the checkout.
    Typed {
        /// What is written on the parcel.
        #[serde(flatten)]
        fields: AddressFields,
        /// Keep it for next time, as the default (signed in only).
        #[serde(default)]
        save: bool,
    },
}

/// Answer of `POST /api/orders`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderPlaced {
    /// The order.
    pub order: Order,
    /// The guest's key, which opens the order without signing in:
    /// `/orders/{id}?key=…`. `None` when signed in.
    pub guest_key: Option<String>,
}

/// `GET /api/orders/{id}?lang=[&key=]`: an order in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Order {
    /// The order.
    pub id: OrderId,
    /// Short number for people.
    pub number: String,
    /// What it is all about now.
    pub status: OrderStatus,
    /// Where the money is.
    pub payment_status: PaymentStatus,
    /// How far the goods are.
    pub fulfilment_status: FulfilmentStatus,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Until when `POST /api/orders/{id}/cancellation` undoes it; `None` when it can't be undone (any more).
    pub undo_until: Option<Timestamp>,
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// What it costs, as it was agreed.
    pub quote: Quote,
    /// Where it goes.
    pub address: AddressFields,
    /// How it is paid.
    pub payment_kind: PaymentKind,
    /// The means of payment in words, for example `•••• 4242`; empty for cash.
    pub payment_label: String,
    /// Arrival that was promised when it was placed.
    pub promised: DeliveryPromise,
    /// The parcels.
    pub shipments: Vec<Shipment>,
    /// What happened and what comes, oldest first.
    pub timeline: Vec<TimelineStep>,
    /// The last event's id, for `Last-Event-ID` of `GET /api/orders/{id}/events`.
    pub last_event_id: u64,
}

/// A line of an order, as it was bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderLine {
    /// The line; also its id in the quote.
    pub id: OrderLineId,
    /// The variant.
    pub variant: VariantId,
    /// The product.
    pub product: ProductId,
    /// The product's name in URLs.
    pub slug: String,
    /// Title in the language asked for.
    pub title: String,
    /// The choice in words; empty when there is none.
    pub variant_name: String,
    /// Picture.
    pub picture: Picture,
    /// Pieces.
    pub quantity: u32,
    /// Price of one piece, as agreed.
    pub unit_price: Money,
    /// Whether it can be reviewed now, was, or can't be.
    pub review: ReviewState,
}

/// An entry of `GET /api/orders?lang=&cursor=`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderSummary {
    /// The order.
    pub id: OrderId,
    /// Short number for people.
    pub number: String,
    /// What it is all about now.
    pub status: OrderStatus,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// What it costs.
    pub total: Money,
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// Current arrival at the latest, while under way.
    pub expected_until: Option<Timestamp>,
}

open_enum! {
    /// The way an order came.
    Channel {
        /// Cart and checkout.
        Checkout = "checkout",
        /// One click.
        OneClick = "one_click",
    }
}

open_enum! {
    /// What an order is all about now (schema.org OrderStatus).
    OrderStatus {
        /// Waits for the money.
        PaymentDue = "payment_due",
        /// Is being made ready.
        Processing = "processing",
        /// Is on its way.
        InTransit = "in_transit",
        /// Waits at a pick-up point.
        PickupAvailable = "pickup_available",
        /// Has arrived.
        Delivered = "delivered",
        /// Something went wrong.
        Problem = "problem",
        /// Came back.
        Returned = "returned",
        /// Was called off.
        Cancelled = "cancelled",
    }
}

open_enum! {
    /// How far the goods are.
    FulfilmentStatus {
        /// Nothing was packed.
        NotFulfilled = "not_fulfilled",
        /// Some are packed.
        PartiallyFulfilled = "partially_fulfilled",
        /// All are packed.
        Fulfilled = "fulfilled",
        /// Some have left.
        PartiallyShipped = "partially_shipped",
        /// All have left.
        Shipped = "shipped",
        /// Some have arrived.
        PartiallyDelivered = "partially_delivered",
        /// All have arrived.
        Delivered = "delivered",
        /// Some came back.
        PartiallyReturned = "partially_returned",
        /// All came back.
        Returned = "returned",
        /// Called off.
        Canceled = "canceled",
        /// Somebody must do something.
        RequiresAction = "requires_action",
    }
}

open_enum! {
    /// Whether a line can be reviewed.
    ReviewState {
        /// Not yet: it has not arrived.
        NotYet = "not_yet",
        /// Yes.
        Possible = "possible",
        /// It was.
        Written = "written",
        /// Never: cancelled, or a guest's order.
        Impossible = "impossible",
    }
}
