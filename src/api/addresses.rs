//! Addresses.

use vitrine_contract::List;
use vitrine_contract::addresses::{Address, SaveAddress};

use super::{Answer, Call, Method, Read, send, transport::send_empty};

/// `GET /api/addresses`.
pub fn addresses() -> Read<List<Address>> {
    Read::new("/api/addresses")
}

/// `POST /api/addresses`.
pub fn create_address(body: &SaveAddress, key: &str) -> Answer<Address> {
    send(Call::new(Method::Post, "/api/addresses").json(body).idempotent(key))
}

/// `PUT /api/addresses/{id}`, refused when `old` is no longer current.
pub fn update_address(old: &Address, body: &SaveAddress, key: &str) -> Answer<Address> {
    let path = format!("/api/addresses/{}", old.id);
    let call = Call::new(Method::Put, path).json(body).if_match(old.version);
    send(call.idempotent(key))
}

/// `DELETE /api/addresses/{id}`.
pub fn delete_address(old: &Address, key: &str) -> Answer<()> {
    let path = format!("/api/addresses/{}", old.id);
    send_empty(Call::new(Method::Delete, path).if_match(old.version).idempotent(key))
}
