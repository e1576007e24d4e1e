//! The demo world: its inbox, and what its carrier plays.

use vitrine_contract::identity::DemoMessage;
use vitrine_contract::tracking::DemoScenario;
use vitrine_contract::{List, OrderId};

use super::{ApiResult, Call, Method, query, send};

/// `GET /api/demo/inbox`, in demo mode only.
pub async fn fetch_inbox() -> ApiResult<List<DemoMessage>> {
    send(Call::get("/api/demo/inbox")).await
}

/// `POST /api/demo/orders/{id}/scenario`, in demo mode only.
pub async fn set_scenario(
    id: &OrderId,
    guest_key: Option<&str>,
    body: &DemoScenario,
    key: &str,
) -> ApiResult<DemoScenario> {
    let path = query(&format!("/api/demo/orders/{id}/scenario"), &[("key", guest_key)]);
    send(Call::new(Method::Post, path).json(body).idempotent(key)).await
}
