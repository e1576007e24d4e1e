//! What providers, warehouses and carriers tell.

use serde_json::json;
use vitrine_backend::clock::{SECOND, timestamp};
use vitrine_backend::webhooks::signature::sign;
use vitrine_contract::ProblemCode;
use vitrine_contract::orders::{FulfilmentStatus, OrderStatus};
use vitrine_contract::payments::PaymentStatus;
use vitrine_contract::tracking::TrackingStatus;

use crate::buying::{self, checkpoint, fulfilment, parcel, released, seen, send_signed, tell};
use crate::common::TestShop;

#[tokio::test]
async fn only_signed_calls_of_our_time_are_heard() {
    let shop = TestShop::start().await;
    let placed = released(&shop).await;
    let body = fulfilment(&shop, "packed", &placed.order, "N1").to_string();
    let now = shop.state.now() / SECOND;
    let party = "fulfilment/demo";
    let secret = shop.state.secrets.party(party);
    for signature in [
        String::new(),
        "t=1,v1=00".to_owned(),
        sign("wrong", now, body.as_bytes()),
        sign(&secret, now - 301, body.as_bytes()),
        sign(&secret, now + 301, body.as_bytes()),
        sign(&secret, now, b"another body"),
        // A warehouse may not speak for a carrier, nor for another warehouse.
        sign(&shop.state.secrets.party("carriers/zto"), now, body.as_bytes()),
        sign(&shop.state.secrets.party("fulfilment/other"), now, body.as_bytes()),
    ] {
        let answer = send_signed(&shop, party, &signature, body.clone()).await;
        assert_eq!(answer.problem(401).code, ProblemCode::SignatureInvalid, "{signature}");
    }
    assert!(seen(&shop, &placed).await.shipments.is_empty());
    let good = sign(&secret, now, body.as_bytes());
    assert_eq!(send_signed(&shop, party, &good, body).await.status, 204);
    assert_eq!(seen(&shop, &placed).await.shipments.len(), 1);
}

#[tokio::test]
async fn an_event_is_heard_once() {
    let shop = TestShop::start().await;
    let placed = released(&shop).await;
    let packed = fulfilment(&shop, "packed", &placed.order, "N1");
    tell(&shop, "fulfilment/demo", &packed).await;
    let before = seen(&shop, &placed).await;
    assert_eq!(tell(&shop, "fulfilment/demo", &packed).await.status, 204);
    assert_eq!(seen(&shop, &placed).await, before);
    // The same parcel under another event id is no second parcel.
    let mut again = packed.clone();
    again["event_id"] = json!("another");
    assert_eq!(tell(&shop, "fulfilment/demo", &again).await.status, 204);
    assert_eq!(seen(&shop, &placed).await, before);
    let moved = checkpoint(&shop, "N1", "in_transit", 5);
    tell(&shop, "carriers/zto", &moved).await;
    tell(&shop, "carriers/zto", &moved).await;
    assert_eq!(seen(&shop, &placed).await.shipments[0].checkpoints.len(), 1);
}

#[tokio::test]
async fn nonsense_is_named_and_not_remembered() {
    let shop = TestShop::start().await;
    let placed = released(&shop).await;
    let line = &placed.order.lines[0];
    let pack = |items| parcel(&shop, "packed", &placed.order.id, "N1", &items);
    for (items, path) in [
        (json!([]), "parcel.items"),
        (json!([{ "line": "x", "quantity": 1 }]), "parcel.items.0.line"),
        (json!([{ "line": line.id, "quantity": 0 }]), "parcel.items.0.quantity"),
        (json!([{ "line": line.id, "quantity": 3 }]), "parcel.items.0.quantity"),
        (
            json!([{ "line": line.id, "quantity": 1 }, { "line": line.id, "quantity": 1 }]),
            "parcel.items.1.line",
        ),
    ] {
        let answer = tell(&shop, "fulfilment/demo", &pack(items)).await;
        assert_eq!(answer.wrong_fields(), [path]);
    }
    let good = pack(json!([{ "line": line.id, "quantity": 2 }]));
    let change = |pointer: &str, value| {
        let mut body = good.clone();
        *body.pointer_mut(pointer).unwrap() = value;
        body
    };
    for (pointer, value, path) in [
        ("/parcel/carrier", json!("pigeon"), "parcel.carrier"),
        ("/parcel/tracking_number", json!(""), "parcel.tracking_number"),
        ("/at", json!("yesterday"), "at"),
        ("/kind", json!("eaten"), "kind"),
        ("/parcel", json!(null), "parcel"),
        ("/event_id", json!(""), "event_id"),
    ] {
        let answer = tell(&shop, "fulfilment/demo", &change(pointer, value)).await;
        assert_eq!(answer.wrong_fields(), [path]);
    }
    let unknown = tell(&shop, "fulfilment/demo", &change("/order", json!("unknown"))).await;
    assert_eq!(unknown.problem(404).code, ProblemCode::NotFound);
    let not_json = {
        let body = "{".to_owned();
        let secret = shop.state.secrets.party("fulfilment/demo");
        let signature = sign(&secret, shop.state.now() / SECOND, body.as_bytes());
        send_signed(&shop, "fulfilment/demo", &signature, body).await
    };
    assert_eq!(not_json.problem(400).code, ProblemCode::MalformedRequest);
    // None of these used up the event's id.
    assert_eq!(tell(&shop, "fulfilment/demo", &good).await.status, 204);
    let more = parcel(&shop, "packed", &placed.order.id, "N2", &good["parcel"]["items"]);
    let answer = tell(&shop, "fulfilment/demo", &more).await;
    assert_eq!(answer.wrong_fields(), ["parcel.items.0.quantity"], "everything is packed");
}

#[tokio::test]
async fn checkpoints_may_come_in_any_order() {
    let shop = TestShop::start().await;
    let placed = released(&shop).await;
    let early = checkpoint(&shop, "N1", "in_transit", 5);
    let unknown = tell(&shop, "carriers/zto", &early).await;
    assert_eq!(unknown.problem(404).code, ProblemCode::NotFound, "to be told again later");
    // The news of shipping has overtaken that of packing.
    tell(&shop, "fulfilment/demo", &fulfilment(&shop, "shipped", &placed.order, "N1")).await;
    tell(&shop, "fulfilment/demo", &fulfilment(&shop, "packed", &placed.order, "N1")).await;
    for (status, minutes) in
        [("delivered", 90), ("out_for_delivery", 60), ("in_transit", 5), ("info_received", 99)]
    {
        let event = checkpoint(&shop, "N1", status, minutes);
        assert_eq!(tell(&shop, "carriers/zto", &event).await.status, 204);
    }
    let order = seen(&shop, &placed).await;
    let parcel = &order.shipments[0];
    assert_eq!(parcel.status, TrackingStatus::Delivered);
    let times: Vec<_> = parcel.checkpoints.iter().map(|seen| &seen.checkpoint_time).collect();
    assert!(times.is_sorted());
    assert_eq!(order.status, OrderStatus::Delivered);
    assert_eq!(order.fulfilment_status, FulfilmentStatus::Delivered);
    assert!(order.timeline.iter().all(|step| step.at.is_some()));
}

#[tokio::test]
async fn cash_is_taken_with_the_last_parcel() {
    let shop = TestShop::start().await;
    let goods = buying::variants(&shop).await;
    let mut wish = buying::wish(&shop, &[(&goods[0].id, 2)]).await;
    wish.payment = vitrine_contract::payments::PaymentChoice::CashOnDelivery;
    let placed: vitrine_contract::orders::OrderPlaced =
        shop.post("/api/orders", &wish).await.json();
    vitrine_backend::orders::duties::run_once(&shop.state).await.unwrap();
    let line = &placed.order.lines[0].id;
    for number in ["N1", "N2"] {
        let items = json!([{ "line": line, "quantity": 1 }]);
        let packed = parcel(&shop, "packed", &placed.order.id, number, &items);
        tell(&shop, "fulfilment/demo", &packed).await;
    }
    tell(&shop, "carriers/zto", &checkpoint(&shop, "N1", "delivered", 9)).await;
    let half = seen(&shop, &placed).await;
    assert_eq!(half.payment_status, PaymentStatus::NotPaid);
    assert_eq!(half.fulfilment_status, FulfilmentStatus::PartiallyDelivered);
    tell(&shop, "carriers/zto", &checkpoint(&shop, "N2", "delivered", 10)).await;
    assert_eq!(seen(&shop, &placed).await.payment_status, PaymentStatus::Captured);
}

#[tokio::test]
async fn money_that_fails_after_all_calls_the_order_off() {
    let shop = TestShop::start().await;
    let placed = released(&shop).await;
    let variant = placed.order.lines[0].variant.as_str();
    let left = buying::stock(&shop, variant).await;
    use sea_orm::EntityTrait;
    use vitrine_backend::payments::entity::payment;
    let payment = payment::Entity::find().one(&shop.state.db.read).await.unwrap().unwrap();
    let event = |kind: &str, currency: &str| {
        json!({
            "event_id": format!("{kind}-{currency}"), "reference": payment.reference, "kind": kind,
            "amount": { "amount": payment.amount, "currency": currency },
            "at": timestamp(shop.state.now()),
        })
    };
    let dollars = tell(&shop, "payments/sandbox", &event("captured", "USD")).await;
    assert_eq!(dollars.wrong_fields(), ["amount"]);
    let stranger = tell(&shop, "payments/other", &event("captured", "CNY")).await;
    assert_eq!(stranger.problem(404).code, ProblemCode::NotFound);
    assert_eq!(tell(&shop, "payments/sandbox", &event("failed", "CNY")).await.status, 204);
    let order = seen(&shop, &placed).await;
    assert_eq!(order.status, OrderStatus::Cancelled);
    assert_eq!(order.payment_status, PaymentStatus::Canceled);
    assert_eq!(buying::stock(&shop, variant).await, left + 2);
}
