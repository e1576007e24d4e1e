//! The same request again has the same effect: none.

use axum::http::Method;
use sea_orm::{EntityTrait, PaginatorTrait};
use vitrine_backend::clock::DAY;
use vitrine_backend::idempotency;
use vitrine_backend::orders::entity::order;
use vitrine_contract::ProblemCode;

use crate::buying::{self, stock, variants, wish};
use crate::common::TestShop;

async fn orders(shop: &TestShop) -> u64 {
    order::Entity::find().count(&shop.state.db.read).await.unwrap()
}

#[tokio::test]
async fn a_lost_answer_is_given_again() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let wish = wish(&shop, &[(&goods[0].id, 1)]).await;
    let first = shop.post_as("k", "/api/orders", &wish).await;
    let again = shop.post_as("k", "/api/orders", &wish).await;
    assert_eq!(first.status, 201);
    assert_eq!((again.status, &again.body), (first.status, &first.body), "the guest's key too");
    assert_eq!(first.header("idempotent-replayed"), "");
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(again.header("cache-control"), "private, no-store");
    assert_eq!(orders(&shop).await, 1);
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock - 1);
}

#[tokio::test]
async fn a_double_click_buys_once() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let wish = wish(&shop, &[(&goods[0].id, 1)]).await;
    let click = || shop.post_as("k", "/api/orders", &wish);
    let (a, b, c) = tokio::join!(click(), click(), click());
    assert_eq!((a.status.as_u16(), &a.body), (201, &b.body));
    assert_eq!(a.body, c.body);
    assert_eq!(orders(&shop).await, 1);
}

#[tokio::test]
async fn a_key_belongs_to_one_request() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let first = wish(&shop, &[(&goods[0].id, 1)]).await;
    let other = wish(&shop, &[(&goods[0].id, 2)]).await;
    assert_eq!(shop.post_as("k", "/api/orders", &first).await.status, 201);
    let reused = shop.post_as("k", "/api/orders", &other).await;
    assert_eq!(reused.problem(422).code, ProblemCode::IdempotencyKeyReused);
    assert_eq!(orders(&shop).await, 1);
}

#[tokio::test]
async fn a_failed_request_may_be_tried_again_with_its_key() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let wish = wish(&shop, &[(&goods[0].id, 2)]).await;
    buying::set_stock(&shop, &goods[0].id, 1).await;
    let short = shop.post_as("k", "/api/orders", &wish).await;
    assert_eq!(short.problem(409).code, ProblemCode::OutOfStock);
    buying::set_stock(&shop, &goods[0].id, 2).await;
    assert_eq!(shop.post_as("k", "/api/orders", &wish).await.status, 201);
}

#[tokio::test]
async fn keys_have_a_form() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let wish = wish(&shop, &[(&goods[0].id, 1)]).await;
    let none = shop.json(Method::POST, "/api/orders", &wish, &[]).await;
    assert_eq!(none.problem(400).code, ProblemCode::IdempotencyKeyRequired);
    for key in ["", "  ", &"k".repeat(256)] {
        let odd = shop.post_as(key, "/api/orders", &wish).await;
        assert_eq!(odd.problem(400).code, ProblemCode::MalformedRequest);
    }
    assert_eq!(shop.post_as(&"k".repeat(255), "/api/orders", &wish).await.status, 201);
}

#[tokio::test]
async fn answers_are_kept_for_two_days() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let wish = wish(&shop, &[(&goods[0].id, 1)]).await;
    let first = shop.post_as("k", "/api/orders", &wish).await;
    shop.clock.advance(DAY + DAY / 2);
    assert_eq!(idempotency::forget_old(&shop.state).await.unwrap(), 0);
    assert_eq!(shop.post_as("k", "/api/orders", &wish).await.body, first.body);
    shop.clock.advance(DAY);
    assert_eq!(idempotency::forget_old(&shop.state).await.unwrap(), 1);
}
