//! The demo world's inbox.

use vitrine_contract::List;
use vitrine_contract::identity::DemoMessage;

use super::{ApiResult, Call, send};

/// `GET /api/demo/inbox`, in demo mode only.
pub async fn fetch_inbox() -> ApiResult<List<DemoMessage>> {
    send(Call::get("/api/demo/inbox")).await
}
