//! Orders.

use vitrine_contract::orders::{Order, OrderPlaced, OrderSummary};
use vitrine_contract::{List, OrderId};
use vitrine_i18n::Locale;

use super::{Answer, Call, Method, Read, query, send};

/// `POST /api/orders`. `order` is a `PlaceOrder` in JSON: safe to repeat as long as
/// the same key goes with the same bytes.
pub fn place_order(order: String, key: &str) -> Answer<OrderPlaced> {
    send(Call::new(Method::Post, "/api/orders").encoded(order).idempotent(key))
}

/// `GET /api/orders`.
pub fn orders(l: Locale, cursor: Option<&str>) -> Read<List<OrderSummary>> {
    Read::new(query("/api/orders", &[("lang", Some(l.tag())), ("cursor", cursor)]))
}

/// `GET /api/orders/{id}`; a guest opens it with the order's `key`.
pub fn order(l: Locale, id: &OrderId, key: Option<&str>) -> Read<Order> {
    let path = format!("/api/orders/{id}");
    Read::new(query(&path, &[("lang", Some(l.tag())), ("key", key)]))
}

/// `POST /api/orders/{id}/cancellation`: undoes an order in time.
pub fn cancel_order(l: Locale, id: &OrderId, guest_key: Option<&str>, key: &str) -> Answer<Order> {
    let path = format!("/api/orders/{id}/cancellation");
    let path = query(&path, &[("lang", Some(l.tag())), ("key", guest_key)]);
    send(Call::new(Method::Post, path).idempotent(key))
}

/// Where the order's events come from (`EventSource`).
pub fn events_url(l: Locale, id: &OrderId, key: Option<&str>, last: u64) -> String {
    let path = format!("/api/orders/{id}/events");
    let last = last.to_string();
    query(&path, &[("lang", Some(l.tag())), ("key", key), ("last_event_id", Some(&last))])
}
