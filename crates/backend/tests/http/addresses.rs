//! Addresses: one's own, one default, no lost change.

use axum::http::Method;
use serde_json::{Value, json};
use vitrine_backend::clock::new_id;
use vitrine_contract::addresses::Address;
use vitrine_contract::{IDEMPOTENCY_KEY, List, ProblemCode};

use crate::common::{Answer, Client, TestShop};
use crate::person::{address, demo, sign_in, who};

const PATH: &str = "/api/addresses";

async fn all(client: &Client) -> Vec<Address> {
    client.get(PATH).await.json::<List<Address>>().items
}

fn one(address: &Address) -> String {
    format!("{PATH}/{}", address.id)
}

fn tag(address: &Address) -> String {
    format!("\"{}\"", address.version)
}

fn with(changes: Value) -> Value {
    let mut body = address();
    for (key, value) in changes.as_object().expect("an object") {
        body[key] = value.clone();
    }
    body
}

async fn delete(client: &Client, address: &Address, if_match: &str) -> Answer {
    let headers = [(IDEMPOTENCY_KEY, &*new_id()), ("if-match", if_match)];
    client.json(Method::DELETE, &one(address), &json!({}), &headers).await
}

/// Exactly one default as long as there is any address.
fn assert_one_default(addresses: &[Address]) {
    let defaults = addresses.iter().filter(|a| a.is_default).count();
    assert_eq!(defaults, usize::from(!addresses.is_empty()), "{addresses:?}");
    assert!(addresses.first().is_none_or(|first| first.is_default), "the default comes first");
}

#[tokio::test]
async fn guests_have_none() {
    let shop = TestShop::start().await;
    assert_eq!(shop.get(PATH).await.problem(401).code, ProblemCode::SignInRequired);
    shop.post(PATH, &address()).await.problem(401);
    shop.put("/api/addresses/x", "\"1\"", &address()).await.problem(401);
    shop.delete("/api/addresses/x").await.problem(401);
}

#[tokio::test]
async fn an_address_is_kept_tidied_and_once() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    let key = new_id();
    let typed = with(json!({ "name": "\u{3000}王小明 ", "phone": "１３８ 0013 8000" }));
    let answer = shop.post_as(&key, PATH, &typed).await;
    assert_eq!((answer.status.as_u16(), answer.header("etag")), (201, "\"1\""));
    let kept: Address = answer.json();
    assert_eq!(
        (kept.fields.name.as_str(), kept.fields.phone.as_str()),
        ("王小明", "138 0013 8000")
    );
    assert!(kept.is_default, "the first always is");

    let again = shop.post_as(&key, PATH, &typed).await;
    assert_eq!(again.header("etag"), "\"1\"");
    assert_eq!(again.json::<Address>(), kept);
    assert_eq!(all(&shop).await, std::slice::from_ref(&kept));
    let other_body = shop.post_as(&key, PATH, &address()).await;
    assert_eq!(other_body.problem(422).code, ProblemCode::IdempotencyKeyReused);
    assert_eq!(who(&shop).await.unwrap().default_address, Some(kept));
}

#[tokio::test]
async fn every_wrong_field_is_named_and_nothing_is_kept() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    let bad = with(json!({
        "name": "", "phone": "call me", "city": "a\u{7}b", "street": "字".repeat(201),
        "postal_code": "<310012>",
    }));
    let mut paths = shop.post(PATH, &bad).await.wrong_fields();
    paths.sort();
    assert_eq!(paths, ["city", "name", "phone", "postal_code", "street"]);
    assert_eq!(shop.post(PATH, &json!({})).await.wrong_fields(), ["name"]);
    assert_eq!(
        shop.post(PATH, &with(json!({ "phone": 1 }))).await.problem(422).code,
        ProblemCode::InvalidInput
    );
    assert_eq!(all(&shop).await, []);
}

#[tokio::test]
async fn one_default_through_every_change() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    let first: Address = shop.post(PATH, &address()).await.json();
    let second: Address = shop.post(PATH, &with(json!({ "name": "李四" }))).await.json();
    assert!(!second.is_default);
    let third: Address =
        shop.post(PATH, &with(json!({ "name": "赵五", "is_default": true }))).await.json();
    assert_one_default(&all(&shop).await);
    assert_eq!(all(&shop).await[0].id, third.id);

    // The former default changed, too: a tab that still shows it as such is told.
    let stale = shop.put(&one(&first), &tag(&first), &address()).await;
    assert_eq!(stale.problem(412).code, ProblemCode::EditConflict);

    let chosen = with(json!({ "is_default": true }));
    let second: Address = shop.put(&one(&second), &tag(&second), &chosen).await.json();
    assert_eq!((second.version, second.is_default), (2, true));
    assert_one_default(&all(&shop).await);
    // It stays the default until another becomes it.
    let kept: Address = shop.put(&one(&second), &tag(&second), &address()).await.json();
    assert!(kept.is_default);

    assert_eq!(delete(&shop, &kept, &tag(&kept)).await.status, 204);
    let left = all(&shop).await;
    assert_one_default(&left);
    assert_eq!(left.len(), 2);
    for gone in &left {
        let current = all(&shop).await.into_iter().find(|a| a.id == gone.id).unwrap();
        assert_eq!(delete(&shop, &current, &tag(&current)).await.status, 204);
        assert_one_default(&all(&shop).await);
    }
    assert_eq!(who(&shop).await.unwrap().default_address, None);
}

#[tokio::test]
async fn a_change_needs_the_version_it_was_made_on() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    let kept: Address = shop.post(PATH, &address()).await.json();
    let changed = with(json!({ "city": "杭州市上城区" }));
    let answer = shop.put(&one(&kept), "\"1\"", &changed).await;
    assert_eq!(answer.header("etag"), "\"2\"");
    for stale in ["\"1\"", "\"3\"", "2", "nonsense", "\"12\""] {
        let answer = shop.put(&one(&kept), stale, &address()).await;
        assert_eq!(answer.problem(412).code, ProblemCode::EditConflict, "{stale}");
    }
    let headers = [(IDEMPOTENCY_KEY, &*new_id())];
    let blind = shop.json(Method::PUT, &one(&kept), &address(), &headers).await;
    assert_eq!(blind.problem(428).code, ProblemCode::PreconditionRequired);
    let blind = shop.delete(&one(&kept)).await;
    assert_eq!(blind.problem(428).code, ProblemCode::PreconditionRequired);
    delete(&shop, &kept, "\"1\"").await.problem(412);
    assert_eq!(all(&shop).await[0].fields.city, "杭州市上城区");
    assert_eq!(shop.put(&one(&kept), "\"1\", W/\"2\"", &address()).await.status, 200);
    assert_eq!(shop.put(&one(&kept), "*", &address()).await.status, 200);
}

#[tokio::test]
async fn a_repeated_change_or_deletion_is_one() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    let kept: Address = shop.post(PATH, &address()).await.json();
    let key = new_id();
    let headers = [(IDEMPOTENCY_KEY, &*key), ("if-match", "\"1\"")];
    for _ in 0..3 {
        let answer = shop.json(Method::PUT, &one(&kept), &address(), &headers).await;
        assert_eq!(answer.json::<Address>().version, 2);
    }
    let key = new_id();
    let headers = [(IDEMPOTENCY_KEY, &*key), ("if-match", "\"2\"")];
    for _ in 0..3 {
        let answer = shop.json(Method::DELETE, &one(&kept), &json!({}), &headers).await;
        assert_eq!((answer.status.as_u16(), answer.text().as_str()), (204, ""));
    }
    delete(&shop, &kept, "\"2\"").await.problem(404);
}

#[tokio::test]
async fn nobody_sees_or_touches_anothers() {
    let shop = TestShop::start().await;
    let mine = demo(&shop).await.default_address.unwrap();
    let stranger = shop.client();
    sign_in(&stranger, "stranger@example.com").await;
    assert_eq!(all(&stranger).await, []);
    stranger.put(&one(&mine), &tag(&mine), &address()).await.problem(404);
    delete(&stranger, &mine, &tag(&mine)).await.problem(404);
    delete(&stranger, &mine, "*").await.problem(404);
    assert_eq!(all(&shop).await, [mine]);
}

#[tokio::test]
async fn fifty_are_enough() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    for _ in 0..50 {
        assert_eq!(shop.post(PATH, &address()).await.status, 201);
    }
    assert_eq!(shop.post(PATH, &address()).await.problem(422).code, ProblemCode::InvalidInput);
    assert_eq!(all(&shop).await.len(), 50);
}

#[tokio::test]
async fn parallel_changes_leave_one_default() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    let body = with(json!({ "is_default": true }));
    let posts = (0..12).map(|_| shop.post(PATH, &body));
    for answer in futures_util::future::join_all(posts).await {
        assert_eq!(answer.status, 201, "{}", answer.text());
    }
    let addresses = all(&shop).await;
    assert_eq!(addresses.len(), 12);
    assert_one_default(&addresses);
}
