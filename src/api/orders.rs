//! Orders.

use vitrine_contract::orders::{Order, OrderPlaced, OrderSummary, PlaceOrder};
use vitrine_contract::{List, OrderId};
use vitrine_i18n::Locale;

use super::{ApiResult, Call, Method, query, send};

/// `POST /api/orders`. Safe to repeat with the same key.
pub async fn place_order(body: &PlaceOrder, key: &str) -> ApiResult<OrderPlaced> {
    send(Call::new(Method::Post, "/api/orders").json(body).idempotent(key)).await
}

/// `GET /api/orders`.
pub async fn fetch_orders(l: Locale, cursor: Option<&str>) -> ApiResult<List<OrderSummary>> {
    send(Call::get(query("/api/orders", &[("lang", Some(l.tag())), ("cursor", cursor)]))).await
}

/// `GET /api/orders/{id}`; a guest opens it with the order's `key`.
pub async fn fetch_order(l: Locale, id: &OrderId, key: Option<&str>) -> ApiResult<Order> {
    let path = format!("/api/orders/{id}");
    send(Call::get(query(&path, &[("lang", Some(l.tag())), ("key", key)]))).await
}

/// `POST /api/orders/{id}/cancellation`: undoes an order in time.
pub async fn cancel_order(
    l: Locale,
    id: &OrderId,
    guest_key: Option<&str>,
    key: &str,
) -> ApiResult<Order> {
    let path = format!("/api/orders/{id}/cancellation");
    let path = query(&path, &[("lang", Some(l.tag())), ("key", guest_key)]);
    send(Call::new(Method::Post, path).idempotent(key)).await
}

/// Where the order's events come from (`EventSource`).
pub fn events_url(l: Locale, id: &OrderId, key: Option<&str>, last: u64) -> String {
    let path = format!("/api/orders/{id}/events");
    let last = last.to_string();
    query(&path, &[("lang", Some(l.tag())), ("key", key), ("last_event_id", Some(&last))])
}
