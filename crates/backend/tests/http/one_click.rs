//! Buying with one click, and undoing it.

use sea_orm::EntityTrait;
use serde_json::json;
use vitrine_backend::clock::SECOND;
use vitrine_backend::orders::duties;
use vitrine_backend::payments::entity::payment;
use vitrine_contract::identity::Shopper;
use vitrine_contract::list::List;
use vitrine_contract::orders::{
    AddressChoice, Channel, FulfilmentStatus, Order, OrderPlaced, OrderStatus, OrderSummary,
    PlaceOrder,
};
use vitrine_contract::payments::{PaymentChoice, PaymentStatus};
use vitrine_contract::{ProblemCode, tracking::Step};

use crate::buying::{self, stock, variants, wish};
use crate::common::TestShop;
use crate::person;

/// What one click on the tile sends.
async fn click(shop: &TestShop, shopper: &Shopper, variant: &str, quantity: u32) -> PlaceOrder {
    PlaceOrder {
        channel: Channel::OneClick,
        address: AddressChoice::Stored { id: shopper.default_address.clone().unwrap().id },
        contact: None,
        payment: PaymentChoice::Method { id: shopper.default_payment_method.clone().unwrap().id },
        ..wish(shop, &[(variant, quantity)]).await
    }
}

async fn obstacle(shop: &TestShop, click: &PlaceOrder) -> String {
    let problem = shop.post("/api/orders", click).await.problem(409);
    assert_eq!(problem.code, ProblemCode::OneClickNotAllowed);
    problem.detail
}

#[tokio::test]
async fn one_click_is_one_order_that_can_be_undone() {
    let shop = TestShop::start().await;
    let shopper = person::demo(&shop).await;
    let goods = variants(&shop).await;
    let order = click(&shop, &shopper, &goods[0].id, 1).await;
    let placed: OrderPlaced = shop.post("/api/orders", &order).await.json();
    assert_eq!(placed.guest_key, None);
    assert!(placed.order.undo_until.is_some());
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock - 1);

    // Nothing is handed to fulfilment yet, and no money is taken.
    duties::run_once(&shop.state).await.unwrap();
    let packed = buying::fulfilment(&shop, "packed", &placed.order, "N1");
    let refused = buying::tell(&shop, "fulfilment/demo", &packed).await;
    assert_eq!(refused.problem(409).code, ProblemCode::OrderStateConflict);

    shop.clock.advance(59 * SECOND);
    let path = format!("/api/orders/{}/cancellation?lang=en", placed.order.id);
    let answer = shop.post_as("undo", &path, &()).await;
    let undone: Order = answer.json();
    assert_eq!(undone.status, OrderStatus::Cancelled);
    assert_eq!(undone.payment_status, PaymentStatus::Canceled);
    assert_eq!(undone.fulfilment_status, FulfilmentStatus::Canceled);
    assert_eq!(undone.undo_until, None);
    assert_eq!(undone.timeline.last().unwrap().step, Step::Cancelled);
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock, "goods went back");

    assert_eq!(shop.post_as("undo", &path, &()).await.body, answer.body, "the same again");
    let twice = shop.post(&path, &()).await.problem(409);
    assert_eq!(twice.code, ProblemCode::OrderStateConflict);
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock, "only once");

    // The provider is told to release the money, and nothing is sold.
    duties::run_once(&shop.state).await.unwrap();
    shop.clock.advance(60 * SECOND);
    duties::run_once(&shop.state).await.unwrap();
    let order: Order = shop.get(&format!("/api/orders/{}?lang=en", placed.order.id)).await.json();
    assert_eq!(order.status, OrderStatus::Cancelled);
    let due = payment::Entity::find().all(&shop.state.db.read).await.unwrap();
    assert!(due.iter().all(|payment| payment.duty.is_none()));
}

#[tokio::test]
async fn after_the_undo_time_it_is_too_late() {
    let shop = TestShop::start().await;
    let shopper = person::demo(&shop).await;
    let goods = variants(&shop).await;
    let order = click(&shop, &shopper, &goods[0].id, 1).await;
    let placed: OrderPlaced = shop.post("/api/orders", &order).await.json();
    shop.clock.advance(60 * SECOND);
    let path = format!("/api/orders/{}/cancellation?lang=en", placed.order.id);
    // Whether or not it was released already.
    for _ in 0..2 {
        assert_eq!(shop.post(&path, &()).await.problem(409).code, ProblemCode::UndoExpired);
        duties::run_once(&shop.state).await.unwrap();
    }
    let packed = buying::fulfilment(&shop, "packed", &placed.order, "N1");
    assert_eq!(buying::tell(&shop, "fulfilment/demo", &packed).await.status, 204);
}

#[tokio::test]
async fn the_rule_beside_the_button_holds_behind_it() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let mut guest = wish(&shop, &[(&goods[0].id, 1)]).await;
    guest.channel = Channel::OneClick;
    assert_eq!(obstacle(&shop, &guest).await, "sign_in");

    let shopper = person::demo(&shop).await;
    let good = click(&shop, &shopper, &goods[0].id, 1).await;
    let cash = PlaceOrder { payment: PaymentChoice::CashOnDelivery, ..good.clone() };
    assert_eq!(obstacle(&shop, &cash).await, "payment_method");
    let elsewhere = AddressChoice::Stored { id: "unknown".into() };
    let nowhere = PlaceOrder { address: elsewhere, ..good.clone() };
    assert_eq!(obstacle(&shop, &nowhere).await, "address");

    // First purchases are limited to the threshold, all to the card's limit.
    let bought: Vec<_> = shopper.bought_products.iter().map(|id| id.as_str()).collect();
    let new = goods.iter().find(|variant| !bought.contains(&variant.product_id.as_str())).unwrap();
    buying::set_price(&shop, &new.id, 20_001).await;
    let dear = click(&shop, &shopper, &new.id, 1).await;
    assert_eq!(obstacle(&shop, &dear).await, "first_purchase");
    buying::set_price(&shop, &new.id, 50_001).await;
    let dearer = click(&shop, &shopper, &new.id, 1).await;
    assert_eq!(obstacle(&shop, &dearer).await, "over_limit");

    // Bought once, the threshold is lifted.
    buying::set_price(&shop, &new.id, 19_000).await;
    let first = click(&shop, &shopper, &new.id, 1).await;
    assert_eq!(shop.post("/api/orders", &first).await.status, 201);
    buying::set_price(&shop, &new.id, 30_000).await;
    let again = click(&shop, &shopper, &new.id, 1).await;
    assert_eq!(shop.post("/api/orders", &again).await.status, 201);

    let two = serde_json::to_value(&good).unwrap();
    let mut two = two.clone();
    two["lines"] = json!([
        { "variant": goods[0].id, "quantity": 1 }, { "variant": goods[1].id, "quantity": 1 },
    ]);
    assert_eq!(shop.post("/api/orders", &two).await.wrong_fields(), ["lines"]);
}

#[tokio::test]
async fn sold_out_is_told_as_such() {
    let shop = TestShop::start().await;
    let shopper = person::demo(&shop).await;
    let goods = variants(&shop).await;
    let order = click(&shop, &shopper, &goods[0].id, 1).await;
    buying::set_stock(&shop, &goods[0].id, 0).await;
    let problem = shop.post("/api/orders", &order).await.problem(409);
    assert_eq!(problem.code, ProblemCode::OutOfStock);
}

#[tokio::test]
async fn a_shopper_sees_her_orders_newest_first_and_nobody_elses() {
    let shop = TestShop::start().await;
    let shopper = person::demo(&shop).await;
    let goods = variants(&shop).await;
    let before: List<OrderSummary> = shop.get("/api/orders?lang=en").await.json();
    let order = click(&shop, &shopper, &goods[0].id, 1).await;
    let mut placed = Vec::new();
    for _ in 0..23 {
        shop.clock.advance(SECOND);
        let order: OrderPlaced = shop.post("/api/orders", &order).await.json();
        placed.push(order.order.id);
    }
    placed.reverse();
    let first: List<OrderSummary> = shop.get("/api/orders?lang=en").await.json();
    assert_eq!(first.meta.total, Some(23 + before.items.len() as u64));
    let ids: Vec<_> = first.items.iter().map(|order| order.id.clone()).collect();
    assert_eq!(ids, placed[..20]);
    let cursor = first.meta.next.unwrap();
    // An order placed meanwhile moves nothing.
    shop.post("/api/orders", &order).await;
    let rest: List<OrderSummary> =
        shop.get(&format!("/api/orders?lang=en&cursor={cursor}")).await.json();
    let ids: Vec<_> = rest.items.iter().map(|order| order.id.clone()).collect();
    assert_eq!(ids[..3], placed[20..]);
    assert_eq!(rest.meta.next, None);
    assert_eq!(shop.get("/api/orders?lang=en&cursor=x").await.wrong_fields(), ["cursor"]);

    let other = shop.client();
    person::demo(&other).await;
    let theirs = other.get(&format!("/api/orders/{}?lang=en", placed[0])).await;
    assert_eq!(theirs.problem(404).code, ProblemCode::NotFound);
    let theirs: List<OrderSummary> = other.get("/api/orders?lang=en").await.json();
    assert_eq!(theirs.items.len(), before.items.len());
}
