//! What the shop itself says: rules that hold for everybody.

use serde::{Deserialize, Serialize};
use vitrine_pricing::DeliveryRule;

use crate::Money;

/// The shop's rules. Part of the session answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shop {
    /// Its name.
    pub name: String,
    /// What delivery costs.
    pub delivery: DeliveryRule,
    /// Up to this total one click may buy for the first time.
    pub one_click_threshold: Money,
    /// How long a one-click order can be undone, in seconds.
    pub undo_seconds: u32,
    /// Whether the demo world is on: demo shopper, demo inbox, quick parcels.
    pub demo: bool,
}
