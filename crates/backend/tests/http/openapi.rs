//! The backend has every endpoint that `docs/openapi.json` promises.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::Value;
use vitrine_contract::Problem;

use crate::common::TestShop;

#[tokio::test]
async fn every_promised_endpoint_is_there() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
    let document: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let shop = TestShop::start().await;
    for (path, item) in document["paths"].as_object().unwrap() {
        let uri = path.replace(['{', '}'], "");
        for method in item.as_object().unwrap().keys() {
            let method: Method = method.to_uppercase().parse().unwrap();
            let request = Request::builder().method(&method).uri(&uri).body(Body::empty());
            let answer = shop.send(request.unwrap()).await;
            assert_ne!(answer.status, 405, "{method} {path}");
            assert!(answer.status.as_u16() < 500, "{method} {path}: {}", answer.text());
            if answer.status == 404 {
                let problem: Problem = serde_json::from_slice(&answer.body).unwrap();
                assert_ne!(problem.detail, "no such endpoint", "{method} {path}");
            }
        }
    }
}
