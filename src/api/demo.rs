//! The demo world: its inbox, and what its carrier plays.

use vitrine_contract::identity::DemoMessage;
use vitrine_contract::tracking::DemoScenario;
use vitrine_contract::{List, OrderId};

use super::{Answer, Call, Method, Read, query, send};

/// `GET /api/demo/inbox`, in demo mode only.
pub fn inbox() -> Read<List<DemoMessage>> {
    Read::new("/api/demo/inbox")
}

/// `POST /api/demo/orders/{id}/scenario`, in demo mode only.
pub fn set_scenario(
    id: &OrderId,
    guest_key: Option<&str>,
    body: &DemoScenario,
    key: &str,
) -> Answer<DemoScenario> {
    let path = query(&format!("/api/demo/orders/{id}/scenario"), &[("key", guest_key)]);
    send(Call::new(Method::Post, path).json(body).idempotent(key))
}
