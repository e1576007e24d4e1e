//! Tables of tracking.

pub mod checkpoint;
pub mod order_event;
pub mod shipment;
pub mod shipment_item;
