//! Words for buying in tests.

use axum::body::Body;
use axum::http::{Request, header};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use vitrine_backend::clock::{SECOND, timestamp};
use vitrine_backend::products::entity::variant;
use vitrine_backend::webhooks::signature::sign;
use vitrine_contract::addresses::AddressFields;
use vitrine_contract::cart::{CartQuote, LineRequest};
use vitrine_contract::orders::{AddressChoice, Channel, Order, OrderPlaced, PlaceOrder};
use vitrine_contract::payments::{PaymentChoice, SANDBOX_TOKENS};
use vitrine_contract::webhooks::SIGNATURE;
use vitrine_contract::{Currency, Money, OrderId};

use crate::common::{Answer, Client, TestShop};

/// A card that works.
pub fn card() -> PaymentChoice {
    PaymentChoice::Token { token: SANDBOX_TOKENS[0].into() }
}

/// A card that is declined.
pub fn declined() -> PaymentChoice {
    PaymentChoice::Token { token: SANDBOX_TOKENS[1].into() }
}

/// A card whose provider does not answer.
pub fn silent() -> PaymentChoice {
    PaymentChoice::Token { token: SANDBOX_TOKENS[2].into() }
}

/// Some variants with at least 20 pieces, the cheapest first, each of another product.
pub async fn variants(shop: &TestShop) -> Vec<variant::Model> {
    let mut found = variant::Entity::find()
        .filter(variant::Column::Stock.gte(20))
        .order_by_asc(variant::Column::Price)
        .all(&shop.state.db.read)
        .await
        .unwrap();
    let mut seen = std::collections::HashSet::new();
    found.retain(|variant| seen.insert(variant.product_id.clone()));
    assert!(found.len() > 3, "the demo shop has goods");
    found
}

/// Pieces left.
pub async fn stock(shop: &TestShop, variant: &str) -> i32 {
    let row = variant::Entity::find_by_id(variant).one(&shop.state.db.write).await.unwrap();
    row.unwrap().stock
}

/// Puts so many pieces on the shelf.
pub async fn set_stock(shop: &TestShop, variant: &str, stock: i32) {
    variant::Entity::update_many()
        .col_expr(variant::Column::Stock, Expr::value(stock))
        .filter(variant::Column::Id.eq(variant))
        .exec(&shop.state.db.write)
        .await
        .unwrap();
}

/// Changes the price of a piece.
pub async fn set_price(shop: &TestShop, variant: &str, fen: i64) {
    variant::Entity::update_many()
        .col_expr(variant::Column::Price, Expr::value(fen))
        .filter(variant::Column::Id.eq(variant))
        .exec(&shop.state.db.write)
        .await
        .unwrap();
}

/// What these lines cost, as the cart says.
pub async fn total(client: &Client, lines: &[LineRequest]) -> Money {
    let lines: Vec<_> = lines.iter().map(|l| format!("{}:{}", l.variant, l.quantity)).collect();
    let quote: CartQuote =
        client.get(&format!("/api/cart?lang=en&lines={}", lines.join(","))).await.json();
    quote.quote.expect("something can be bought").total
}

/// Where parcels go.
pub fn address() -> AddressFields {
    AddressFields {
        name: "林小满".into(),
        phone: "13800138000".into(),
        region: "上海市".into(),
        city: "上海市浦东新区".into(),
        street: "世纪大道 1 号".into(),
        postal_code: "200120".into(),
    }
}

/// A guest's wish of these pieces, paid by card.
pub async fn wish(client: &Client, lines: &[(&str, u32)]) -> PlaceOrder {
    let lines: Vec<_> = lines
        .iter()
        .map(|(variant, quantity)| LineRequest { variant: (*variant).into(), quantity: *quantity })
        .collect();
    let cny = Money::new(0, Currency::CNY);
    let expected_total = if lines.is_empty() { cny } else { total(client, &lines).await };
    PlaceOrder {
        channel: Channel::Checkout,
        lines,
        address: AddressChoice::Typed { fields: address(), save: false },
        contact: Some("lin@example.com".into()),
        payment: card(),
        expected_total,
        language: "en".into(),
    }
}

/// Places a guest's order of some pieces of the cheapest goods.
pub async fn bought(shop: &TestShop) -> OrderPlaced {
    let goods = variants(shop).await;
    let wish = wish(shop, &[(&goods[0].id, 2), (&goods[1].id, 1)]).await;
    shop.post("/api/orders", &wish).await.json()
}

/// [`bought`], and handed to fulfilment.
pub async fn released(shop: &TestShop) -> OrderPlaced {
    let placed = bought(shop).await;
    vitrine_backend::orders::duties::run_once(&shop.state).await.unwrap();
    placed
}

/// The order as its guest sees it.
pub async fn seen(client: &Client, placed: &OrderPlaced) -> Order {
    client.get(&link(placed)).await.json()
}

/// The guest's link to the order.
pub fn link(placed: &OrderPlaced) -> String {
    let key = placed.guest_key.as_deref().expect("a guest's order");
    format!("/api/orders/{}?lang=en&key={key}", placed.order.id)
}

/// Signs a body as `party` and sends it to its webhook.
pub async fn tell(shop: &TestShop, party: &str, body: &Value) -> Answer {
    let body = body.to_string();
    let secret = shop.state.secrets.party(party);
    let signature = sign(&secret, shop.state.now() / SECOND, body.as_bytes());
    send_signed(shop, party, &signature, body).await
}

/// Sends a body with this signature.
pub async fn send_signed(shop: &TestShop, party: &str, signature: &str, body: String) -> Answer {
    let request = Request::post(format!("/api/webhooks/{party}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header(SIGNATURE, signature)
        .body(Body::from(body))
        .unwrap();
    shop.send(request).await
}

/// A warehouse's event about a parcel with everything of the order in it.
pub fn fulfilment(shop: &TestShop, kind: &str, order: &Order, number: &str) -> Value {
    let items: Vec<_> = order
        .lines
        .iter()
        .map(|line| json!({ "line": line.id, "quantity": line.quantity }))
        .collect();
    parcel(shop, kind, &order.id, number, &json!(items))
}

/// A warehouse's event about a parcel.
pub fn parcel(shop: &TestShop, kind: &str, order: &OrderId, number: &str, items: &Value) -> Value {
    json!({
        "event_id": format!("{kind}-{number}"),
        "order": order,
        "kind": kind,
        "parcel": { "carrier": "zto", "tracking_number": number, "items": items },
        "at": timestamp(shop.state.now()),
    })
}

/// A carrier's event, `minutes` after now.
pub fn checkpoint(shop: &TestShop, number: &str, status: &str, minutes: i64) -> Value {
    json!({
        "event_id": format!("{number}-{status}-{minutes}"),
        "tracking_number": number,
        "checkpoint_time": timestamp(shop.state.now() + minutes * 60 * SECOND),
        "status": status,
        "message": "【杭州转运中心】已发出",
        "location": { "city": "杭州市", "state": "浙江省", "country_region": "CN" },
        "raw_status": "X",
    })
}
