//! Placing, reading and undoing orders.

use sea_orm::EntityTrait;
use vitrine_backend::clock::SECOND;
use vitrine_backend::orders::{duties, entity::order};
use vitrine_contract::ProblemCode;
use vitrine_contract::orders::{FulfilmentStatus, Order, OrderPlaced, OrderStatus, ReviewState};
use vitrine_contract::payments::{PaymentChoice, PaymentStatus};
use vitrine_contract::tracking::Step;

use crate::buying::{self, bought, declined, link, seen, silent, stock, variants, wish};
use crate::common::TestShop;

#[tokio::test]
async fn a_guest_buys_and_sees_the_order_by_its_key_alone() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let before = stock(&shop, &goods[0].id).await;
    let wish = wish(&shop, &[(&goods[0].id, 2), (&goods[1].id, 1)]).await;
    let answer = shop.post("/api/orders", &wish).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("cache-control"), "private, no-store");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    let placed: OrderPlaced = answer.json();
    assert_eq!(placed.guest_key.as_ref().unwrap().len(), 32);
    assert_eq!(placed.order.quote.total, wish.expected_total);
    assert_eq!(placed.order.payment_status, PaymentStatus::Authorized);
    assert_eq!(placed.order.payment_label, "•••• 4242");
    assert_eq!(placed.order.status, OrderStatus::Processing);
    assert_eq!(placed.order.fulfilment_status, FulfilmentStatus::NotFulfilled);
    assert_eq!(placed.order.undo_until, None);
    assert_eq!(placed.order.lines[0].review, ReviewState::Impossible);
    assert!(placed.order.lines.iter().all(|line| !line.title.is_empty()));
    let quoted: Vec<_> = placed.order.quote.lines.iter().map(|line| line.id.as_str()).collect();
    let lines: Vec<_> = placed.order.lines.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(quoted, lines);
    assert_eq!(stock(&shop, &goods[0].id).await, before - 2);

    let stranger = shop.client();
    assert_eq!(seen(&stranger, &placed).await, placed.order);
    let id = &placed.order.id;
    for path in [
        format!("/api/orders/{id}"),
        format!("/api/orders/{id}?key=wrong"),
        format!("/api/orders/{id}?key="),
        "/api/orders/unknown?key=x".to_owned(),
        format!("/api/orders/{id}/events?key=wrong"),
    ] {
        assert_eq!(stranger.get(&path).await.problem(404).code, ProblemCode::NotFound, "{path}");
    }
    let chinese = link(&placed).replace("lang=en", "lang=zh-Hant");
    let chinese: Order = stranger.get(&chinese).await.json();
    assert_ne!(chinese.lines[0].title, placed.order.lines[0].title);
}

#[tokio::test]
async fn cash_needs_no_provider() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let mut wish = wish(&shop, &[(&goods[0].id, 1)]).await;
    wish.payment = PaymentChoice::CashOnDelivery;
    let placed: OrderPlaced = shop.post("/api/orders", &wish).await.json();
    assert_eq!(placed.order.payment_status, PaymentStatus::NotPaid);
    assert_eq!(placed.order.status, OrderStatus::Processing);
    assert_eq!(placed.order.payment_label, "");
    assert_eq!(seen(&shop, &placed).await, placed.order);
}

#[tokio::test]
async fn bad_orders_are_refused_with_their_fields() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let good = wish(&shop, &[(&goods[0].id, 1)]).await;
    let good = serde_json::to_value(&good).unwrap();
    let post = |pointer: &'static str, value: serde_json::Value| {
        let mut body = good.clone();
        *body.pointer_mut(pointer).unwrap() = value;
        let shop = &shop;
        async move { shop.post("/api/orders", &body).await }
    };
    use serde_json::json;
    for (pointer, value, path) in [
        ("/lines", json!([]), "lines"),
        ("/lines/0/variant", json!("unknown"), "lines.0.variant"),
        ("/lines/0/quantity", json!(0), "lines.0.quantity"),
        ("/lines/0/quantity", json!(100), "lines.0.quantity"),
        ("/lines/0/quantity", json!(-1), "lines.0.quantity"),
        ("/lines/0/quantity", json!(1e30), "lines.0.quantity"),
        ("/contact", json!(null), "contact"),
        ("/contact", json!("nobody"), "contact"),
        ("/language", json!("tlh"), "language"),
        ("/channel", json!("telepathy"), "channel"),
        ("/address/phone", json!("no"), "address.phone"),
        ("/address/street", json!(""), "address.street"),
        ("/payment", json!({ "kind": "token", "token": "x" }), "payment.token"),
    ] {
        let fields = post(pointer, value.clone()).await.wrong_fields();
        assert_eq!(fields, [path], "{pointer} = {value}");
    }
    let stored = post("/address", json!({ "kind": "stored", "id": "a" })).await;
    assert_eq!(stored.problem(401).code, ProblemCode::SignInRequired);
    let method = post("/payment", json!({ "kind": "method", "id": "m" })).await;
    assert_eq!(method.problem(401).code, ProblemCode::SignInRequired);
    let dollars = post("/expected_total/currency", json!("USD")).await;
    assert_eq!(dollars.problem(409).code, ProblemCode::PriceChanged);
    let all = order::Entity::find().all(&shop.state.db.read).await.unwrap();
    assert!(all.is_empty(), "nothing was written");
}

#[tokio::test]
async fn nobody_pays_more_than_was_shown() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let wish = wish(&shop, &[(&goods[0].id, 1)]).await;
    buying::set_price(&shop, &goods[0].id, goods[0].price + 1).await;
    let answer = shop.post("/api/orders", &wish).await;
    assert_eq!(answer.problem(409).code, ProblemCode::PriceChanged);
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock);
}

#[tokio::test]
async fn every_line_that_is_short_is_named() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let lines = [(&*goods[0].id, 3), (&*goods[1].id, 1), (&*goods[2].id, 2)];
    let wish = wish(&shop, &lines).await;
    buying::set_stock(&shop, &goods[0].id, 2).await;
    buying::set_stock(&shop, &goods[2].id, 0).await;
    let problem = shop.post("/api/orders", &wish).await.problem(409);
    assert_eq!(problem.code, ProblemCode::OutOfStock);
    let paths: Vec<_> = problem.fields.iter().map(|field| field.path.as_str()).collect();
    assert_eq!(paths, ["lines.0.quantity", "lines.2.quantity"]);
    assert_eq!(stock(&shop, &goods[1].id).await, goods[1].stock, "nothing was taken");
}

#[tokio::test]
async fn a_declined_card_leaves_nothing() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let mut wish = wish(&shop, &[(&goods[0].id, 1)]).await;
    wish.payment = declined();
    let first = shop.post_as("same-key", "/api/orders", &wish).await;
    assert_eq!(first.problem(402).code, ProblemCode::PaymentDeclined);
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock);
    // The same request again is not tried again, since the provider was asked.
    let again = shop.post_as("same-key", "/api/orders", &wish).await;
    assert_eq!(again.problem(402), first.problem(402));
    assert_eq!(again.header("idempotent-replayed"), "true");
    wish.payment = buying::card();
    assert_eq!(shop.post("/api/orders", &wish).await.status, 201);
}

#[tokio::test]
async fn a_silent_provider_keeps_nothing_and_may_be_tried_again() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let mut wish = wish(&shop, &[(&goods[0].id, 1)]).await;
    wish.payment = silent();
    for _ in 0..2 {
        let answer = shop.post_as("same-key", "/api/orders", &wish).await;
        assert_eq!(answer.problem(503).code, ProblemCode::PaymentUnavailable);
        assert_eq!(answer.header("idempotent-replayed"), "");
    }
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock);
    // The provider is told to release what it may hold.
    use vitrine_backend::payments::entity::payment;
    let due = || async {
        let all = payment::Entity::find().all(&shop.state.db.read).await.unwrap();
        all.into_iter().filter(|payment| payment.duty.as_deref() == Some("void")).count()
    };
    assert_eq!(due().await, 2);
    duties::run_once(&shop.state).await.unwrap();
    assert_eq!(due().await, 0);
}

#[tokio::test]
async fn a_crash_between_reserving_and_paying_is_made_good() {
    use vitrine_backend::idempotency::{Begun, begin, scope};
    use vitrine_backend::orders::{check, reserve_goods};

    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let wish = wish(&shop, &[(&goods[0].id, 2)]).await;
    // What a process does until it dies before it asks the provider.
    let body = serde_json::to_vec(&wish).unwrap();
    let headers = [("idempotency-key", "k1")];
    let headers = headers.map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap())).into_iter();
    let headers = headers.collect();
    let begun = begin(&shop.state, &scope(None), &headers, "POST /api/orders", &body).await;
    let Ok(Begun::Fresh(attempt)) = begun else { panic!("a new request") };
    let checked = check(wish.clone(), false).unwrap();
    let facts = reserve_goods(&shop.state, attempt.tx(), attempt.claim(), None, checked);
    let facts = facts.await.unwrap();
    attempt.suspend().await.unwrap();
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock - 2);

    // Too early: the process may still be at it.
    duties::recover(&shop.state).await.unwrap();
    let row = || async {
        let id = facts.order.id.clone();
        order::Entity::find_by_id(id).one(&shop.state.db.write).await.unwrap().unwrap()
    };
    assert_eq!(row().await.confirmed_at, None);
    shop.clock.advance(duties::GRACE + SECOND);
    duties::recover(&shop.state).await.unwrap();
    assert!(row().await.confirmed_at.is_some());
    // The shopper, who asks again with the same key, gets the order and its key.
    let answer = shop.post_as("k1", "/api/orders", &wish).await;
    assert_eq!(answer.header("idempotent-replayed"), "true");
    let placed: OrderPlaced = answer.json();
    assert_eq!(placed.order.id.as_str(), facts.order.id);
    assert_eq!(seen(&shop, &placed).await.payment_status, PaymentStatus::Authorized);
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock - 2);
}

#[tokio::test]
async fn a_checkout_cannot_be_undone_but_names_why() {
    let shop = TestShop::start().await;
    let placed = bought(&shop).await;
    let key = placed.guest_key.clone().unwrap();
    let path = format!("/api/orders/{}/cancellation?lang=en&key={key}", placed.order.id);
    assert_eq!(shop.post(&path, &()).await.problem(409).code, ProblemCode::UndoExpired);
    let stranger = shop.client();
    let path = format!("/api/orders/{}/cancellation?lang=en", placed.order.id);
    assert_eq!(stranger.post(&path, &()).await.problem(404).code, ProblemCode::NotFound);
}

#[tokio::test]
async fn money_is_taken_when_the_order_is_released() {
    let shop = TestShop::start().await;
    let placed = bought(&shop).await;
    duties::run_once(&shop.state).await.unwrap();
    use vitrine_backend::payments::entity::payment;
    let payment = payment::Entity::find().one(&shop.state.db.read).await.unwrap().unwrap();
    assert_eq!(payment.duty, None, "the provider was told to capture");
    assert_eq!(seen(&shop, &placed).await.payment_status, PaymentStatus::Authorized);
    let event = serde_json::json!({
        "event_id": "e1", "reference": payment.reference, "kind": "captured",
        "amount": placed.order.quote.total, "at": placed.order.placed_at,
    });
    assert_eq!(buying::tell(&shop, "payments/sandbox", &event).await.status, 204);
    let order = seen(&shop, &placed).await;
    assert_eq!(order.payment_status, PaymentStatus::Captured);
    let paid = order.timeline.iter().find(|step| step.step == Step::Paid).unwrap();
    assert!(paid.at.is_some());
}

#[tokio::test]
async fn guests_have_no_list() {
    let shop = TestShop::start().await;
    let problem = shop.get("/api/orders?lang=en").await.problem(401);
    assert_eq!(problem.code, ProblemCode::SignInRequired);
}
