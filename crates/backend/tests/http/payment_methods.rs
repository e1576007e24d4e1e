//! Stored means of payment.

use axum::http::Method;
use serde_json::{Value, json};
use vitrine_backend::clock::new_id;
use vitrine_contract::payments::{PaymentKind, PaymentMethod, SANDBOX_TOKENS};
use vitrine_contract::{IDEMPOTENCY_KEY, List, ProblemCode};

use crate::common::{Client, TestShop};
use crate::person::{demo, sign_in, who};

const PATH: &str = "/api/payment-methods";

fn card(token: &str, fen: i64) -> Value {
    json!({ "token": token, "password_free_limit": { "amount": fen, "currency": "CNY" } })
}

fn change(is_default: bool, fen: i64) -> Value {
    let limit = json!({ "amount": fen, "currency": "CNY" });
    json!({ "is_default": is_default, "password_free_limit": limit })
}

async fn all(client: &Client) -> Vec<PaymentMethod> {
    client.get(PATH).await.json::<List<PaymentMethod>>().items
}

fn one(method: &PaymentMethod) -> String {
    format!("{PATH}/{}", method.id)
}

#[tokio::test]
async fn a_card_is_kept_by_its_token() {
    let shop = TestShop::start().await;
    shop.get(PATH).await.problem(401);
    sign_in(&shop, "a@example.com").await;
    let key = new_id();
    let answer = shop.post_as(&key, PATH, &card(SANDBOX_TOKENS[0], 50_000)).await;
    assert_eq!((answer.status.as_u16(), answer.header("etag")), (201, "\"1\""));
    assert!(!answer.text().contains("sandbox"), "the token stays with the shop");
    let kept: PaymentMethod = answer.json();
    assert_eq!((kept.label.as_str(), &kept.kind), ("•••• 4242", &PaymentKind::Card));
    assert!(kept.is_default);
    let again = shop.post_as(&key, PATH, &card(SANDBOX_TOKENS[0], 50_000)).await;
    assert_eq!(again.json::<PaymentMethod>(), kept);
    assert_eq!(all(&shop).await, std::slice::from_ref(&kept));
    assert_eq!(who(&shop).await.unwrap().default_payment_method, Some(kept));
    let twice = shop.post(PATH, &card(SANDBOX_TOKENS[0], 0)).await;
    assert_eq!(twice.wrong_fields(), ["token"]);
}

#[tokio::test]
async fn bad_input_is_named() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    assert_eq!(shop.post(PATH, &card("stolen", 0)).await.wrong_fields(), ["token"]);
    for fen in [-1, 500_001, i64::MAX] {
        let answer = shop.post(PATH, &card(SANDBOX_TOKENS[0], fen)).await;
        assert_eq!(answer.wrong_fields(), ["password_free_limit"], "{fen}");
    }
    let mut dollars = card(SANDBOX_TOKENS[0], 1);
    dollars["password_free_limit"]["currency"] = json!("USD");
    assert_eq!(shop.post(PATH, &dollars).await.wrong_fields(), ["password_free_limit.currency"]);
    dollars["password_free_limit"]["currency"] = json!("yuan");
    shop.post(PATH, &dollars).await.problem(422);
    assert_eq!(all(&shop).await, []);
}

#[tokio::test]
async fn limit_and_default_change_with_their_version() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    let first: PaymentMethod = shop.post(PATH, &card(SANDBOX_TOKENS[0], 0)).await.json();
    let second: PaymentMethod = shop.post(PATH, &card(SANDBOX_TOKENS[1], 500_000)).await.json();
    assert!(!second.is_default);
    let changed: PaymentMethod = shop.put(&one(&second), "\"1\"", &change(true, 300)).await.json();
    assert_eq!((changed.version, changed.is_default), (2, true));
    assert_eq!(changed.password_free_limit.amount(), 300);
    let stale = shop.put(&one(&first), "\"1\"", &change(true, 1)).await;
    assert_eq!(stale.problem(412).code, ProblemCode::EditConflict);
    let headers = [(IDEMPOTENCY_KEY, &*new_id())];
    shop.json(Method::PUT, &one(&first), &change(true, 1), &headers).await.problem(428);
    shop.put(&one(&first), "\"2\"", &change(false, 500_001)).await.problem(422);

    let headers = [(IDEMPOTENCY_KEY, &*new_id()), ("if-match", "\"2\"")];
    for _ in 0..2 {
        let gone = shop.json(Method::DELETE, &one(&second), &json!({}), &headers).await;
        assert_eq!(gone.status, 204);
    }
    let left = all(&shop).await;
    assert_eq!(left.len(), 1);
    assert!(left[0].is_default && left[0].id == first.id);
}

#[tokio::test]
async fn nobody_sees_or_touches_anothers() {
    let shop = TestShop::start().await;
    let mine = demo(&shop).await.default_payment_method.unwrap();
    let stranger = shop.client();
    sign_in(&stranger, "stranger@example.com").await;
    assert_eq!(all(&stranger).await, []);
    stranger.put(&one(&mine), "*", &change(true, 1)).await.problem(404);
    let headers = [(IDEMPOTENCY_KEY, &*new_id()), ("if-match", "*")];
    stranger.json(Method::DELETE, &one(&mine), &json!({}), &headers).await.problem(404);
    assert_eq!(all(&shop).await, [mine]);
}
