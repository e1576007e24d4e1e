//! What holds for every answer.

use axum::body::Body;
use axum::http::Request;
use vitrine_contract::ProblemCode;

use crate::common::TestShop;

#[tokio::test]
async fn unknown_endpoints_are_a_problem() {
    let shop = TestShop::start().await;
    let answer = shop.get("/api/nothing-here").await;
    assert_eq!(answer.problem(404).code, ProblemCode::NotFound);
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert!(!answer.header("x-request-id").is_empty());
}

#[tokio::test]
async fn the_shop_is_healthy() {
    let shop = TestShop::start().await;
    assert_eq!(shop.get("/healthz").await.text(), "ok");
}

#[tokio::test]
async fn another_sites_page_may_not_write() {
    let shop = TestShop::start().await;
    let request = Request::post("/api/orders")
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/json")
        .body(Body::from("{}"))
        .unwrap();
    assert_eq!(shop.send(request).await.problem(403).code, ProblemCode::Forbidden);
}
