//! Addresses.

use vitrine_contract::List;
use vitrine_contract::addresses::{Address, SaveAddress};

use super::{ApiResult, Call, Method, send, transport::send_empty};

/// `GET /api/addresses`.
pub async fn fetch_addresses() -> ApiResult<List<Address>> {
    send(Call::get("/api/addresses")).await
}

/// `POST /api/addresses`.
pub async fn create_address(body: &SaveAddress, key: &str) -> ApiResult<Address> {
    send(Call::new(Method::Post, "/api/addresses").json(body).idempotent(key)).await
}

/// `PUT /api/addresses/{id}`, refused when `old` is no longer current.
pub async fn update_address(old: &Address, body: &SaveAddress, key: &str) -> ApiResult<Address> {
    let path = format!("/api/addresses/{}", old.id);
    let call = Call::new(Method::Put, path).json(body).if_match(old.version);
    send(call.idempotent(key)).await
}

/// `DELETE /api/addresses/{id}`.
pub async fn delete_address(old: &Address, key: &str) -> ApiResult<()> {
    let path = format!("/api/addresses/{}", old.id);
    send_empty(Call::new(Method::Delete, path).if_match(old.version).idempotent(key)).await
}
