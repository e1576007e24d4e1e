//! The demo world: its inbox, and what its carrier plays.

use serde::Serialize;
use vitrine_contract::identity::DemoMessage;
use vitrine_contract::{List, OrderId};

use super::{ApiResult, Call, Method, query, send, transport::send_empty};

/// `GET /api/demo/inbox`, in demo mode only.
pub async fn fetch_inbox() -> ApiResult<List<DemoMessage>> {
    send(Call::get("/api/demo/inbox")).await
}

/// What the demo's carrier does with an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// Arrives as promised.
    OnTime,
    /// Arrives later.
    Delayed,
    /// Comes in two parcels.
    Split,
    /// Nobody opens at first.
    FailedAttempt,
    /// Waits at a pick-up point.
    Pickup,
}

impl Scenario {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::OnTime, Self::Delayed, Self::Split, Self::FailedAttempt, Self::Pickup];

    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::OnTime => "on_time",
            Self::Delayed => "delayed",
            Self::Split => "split",
            Self::FailedAttempt => "failed_attempt",
            Self::Pickup => "pickup",
        }
    }
}

/// `POST /api/demo/orders/{id}/scenario`, in demo mode only.
pub async fn set_scenario(
    id: &OrderId,
    guest_key: Option<&str>,
    scenario: Scenario,
    key: &str,
) -> ApiResult<()> {
    #[derive(Serialize)]
    struct Body {
        scenario: &'static str,
    }
    let path = query(&format!("/api/demo/orders/{id}/scenario"), &[("key", guest_key)]);
    let body = Body { scenario: scenario.name() };
    send_empty(Call::new(Method::Post, path).json(&body).idempotent(key)).await
}
