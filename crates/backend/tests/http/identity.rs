//! Signing in and out.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use serde_json::json;
use vitrine_backend::clock::{SECOND, new_id};
use vitrine_contract::ProblemCode;
use vitrine_contract::identity::{Challenge, Session};

use crate::common::{Answer, Client, TestShop};
use crate::person::{self, another, challenge, demo, latest_code, sign_in, try_code, who};

const MINUTE: i64 = 60 * SECOND;

#[tokio::test]
async fn a_code_signs_in_and_the_cookie_keeps_it() {
    let shop = TestShop::start().await;
    assert_eq!(who(&shop).await, None);
    let challenge = challenge(&shop, " Wang@Example.COM ").await;
    assert_eq!(challenge.resend_after_seconds, 60);
    assert_eq!(challenge.expires_at.as_str(), "2026-11-21T08:10:00Z");
    let answer = try_code(&shop, &challenge, &latest_code(&shop).await).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let session: Session = answer.json();
    let shopper = session.shopper.unwrap();
    assert_eq!(shopper.contact, "w***@example.com");
    assert!(!shopper.demo && shopper.default_address.is_none());

    let cookie = answer.header("set-cookie");
    let (pair, attributes) = cookie.split_once(';').unwrap();
    assert_eq!(attributes, " Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax");
    assert_eq!(pair.len(), "vitrine_session=".len() + 64);
    assert_eq!(who(&shop).await, Some(shopper.clone()));

    shop.clock.advance(MINUTE);
    assert_eq!(sign_in(&shop.client(), "wang@example.com").await.id, shopper.id);
}

#[tokio::test]
async fn the_cookie_is_secure_behind_https() {
    let secure = TestShop::start_with(|config| config.secure_cookies = true).await;
    let answer = secure.post("/api/sign-in/demo", &json!({})).await;
    assert!(answer.header("set-cookie").ends_with("; Secure"));

    let told = |shop: &TestShop| {
        let request = Request::post("/api/sign-in/demo")
            .header("idempotency-key", new_id())
            .header("x-forwarded-proto", "https")
            .body(Body::empty());
        let client = shop.client();
        async move { client.send(request.unwrap()).await }
    };
    let trusting = TestShop::start_with(|config| config.trust_proxy = true).await;
    assert!(told(&trusting).await.header("set-cookie").ends_with("; Secure"));
    // Anybody can write that header.
    let plain = TestShop::start().await;
    assert!(told(&plain).await.header("set-cookie").ends_with("; SameSite=Lax"));
}

#[tokio::test]
async fn a_lost_answer_can_be_asked_for_again() {
    let shop = TestShop::start().await;
    let first_key = new_id();
    let ask = json!({ "contact": "13800138000" });
    let first: Challenge = shop.post_as(&first_key, "/api/sign-in/codes", &ask).await.json();
    let again: Challenge = shop.post_as(&first_key, "/api/sign-in/codes", &ask).await.json();
    assert_eq!(first, again);

    let code = latest_code(&shop).await;
    let key = new_id();
    let body = json!({ "challenge": first.id, "code": code });
    let lost: Session = shop.client().post_as(&key, "/api/sign-in/sessions", &body).await.json();
    let retry = shop.post_as(&key, "/api/sign-in/sessions", &body).await;
    assert_eq!(retry.header("idempotent-replayed"), "true");
    let session: Session = retry.json();
    assert_eq!(session.shopper.as_ref().unwrap().id, lost.shopper.unwrap().id);
    assert_eq!(who(&shop).await, session.shopper);

    // The key is no second password: it ends with the code.
    shop.clock.advance(10 * MINUTE);
    let late = shop.client().post_as(&key, "/api/sign-in/sessions", &body).await;
    assert_eq!(late.problem(422).code, ProblemCode::CodeExpired);
}

#[tokio::test]
async fn a_code_works_once() {
    let shop = TestShop::start().await;
    let challenge = challenge(&shop, "a@example.com").await;
    let code = latest_code(&shop).await;
    assert_eq!(try_code(&shop, &challenge, &code).await.status, 201);
    let stranger = shop.client();
    let answer = try_code(&stranger, &challenge, &code).await;
    assert_eq!(answer.problem(422).code, ProblemCode::CodeExpired);
    assert_eq!(who(&stranger).await, None);
}

#[tokio::test]
async fn a_code_expires() {
    let shop = TestShop::start().await;
    let challenge = challenge(&shop, "a@example.com").await;
    let code = latest_code(&shop).await;
    shop.clock.advance(10 * MINUTE);
    let answer = try_code(&shop, &challenge, &code).await;
    assert_eq!(answer.problem(422).code, ProblemCode::CodeExpired);
}

#[tokio::test]
async fn five_wrong_tries_spoil_the_code() {
    let shop = TestShop::start().await;
    let challenge = challenge(&shop, "a@example.com").await;
    let code = latest_code(&shop).await;
    for _ in 0..5 {
        let answer = try_code(&shop, &challenge, &another(&code)).await;
        assert_eq!(answer.problem(422).code, ProblemCode::CodeWrong);
        assert_eq!(answer.header("set-cookie"), "");
    }
    let answer = try_code(&shop, &challenge, &code).await;
    assert_eq!(answer.problem(422).code, ProblemCode::CodeExpired);
}

#[tokio::test]
async fn a_repeated_wrong_try_counts_once_and_another_challenge_does_not_fit() {
    let shop = TestShop::start().await;
    let first = challenge(&shop, "a@example.com").await;
    let code = latest_code(&shop).await;
    let key = new_id();
    let wrong = json!({ "challenge": first.id, "code": another(&code) });
    for _ in 0..8 {
        let answer = shop.post_as(&key, "/api/sign-in/sessions", &wrong).await;
        assert_eq!(answer.problem(422).code, ProblemCode::CodeWrong);
    }
    let other = challenge(&shop, "b@example.com").await;
    let others = latest_code(&shop).await;
    if code != others {
        let crossed = try_code(&shop, &other, &code).await;
        assert_eq!(crossed.problem(422).code, ProblemCode::CodeWrong);
    }
    assert_eq!(try_code(&shop, &first, &code).await.status, 201);
}

#[tokio::test]
async fn codes_to_a_contact_are_limited() {
    let shop = TestShop::start().await;
    let ask = async |contact| {
        let body = json!({ "contact": contact });
        shop.post("/api/sign-in/codes", &body).await
    };
    for _ in 0..5 {
        assert_eq!(ask("13800138000").await.status, 202);
        // The same contact, however it is typed.
        let soon = ask("+86 138-0013-8000").await;
        assert_eq!(soon.problem(429).code, ProblemCode::TooManyRequests);
        assert_eq!(soon.header("retry-after"), "60");
        shop.clock.advance(MINUTE);
    }
    let sixth = ask("13800138000").await;
    sixth.problem(429);
    assert_eq!(sixth.header("retry-after"), (55 * 60).to_string());
    assert_eq!(ask("another@example.com").await.status, 202);
    shop.clock.advance(55 * MINUTE);
    assert_eq!(ask("13800138000").await.status, 202);
}

#[tokio::test]
async fn codes_asked_for_by_one_address_are_limited() {
    let shop = TestShop::start().await;
    for n in 0..20 {
        assert_eq!(from(&shop, "203.0.113.7", n, &[]).await.status, 202);
    }
    // What a client says about itself counts for nothing.
    let forged = [("x-forwarded-for", "198.51.100.1")];
    from(&shop, "203.0.113.7", 20, &forged).await.problem(429);
    assert_eq!(from(&shop, "203.0.113.8", 20, &[]).await.status, 202);
    let mut request = Request::post("/api/sign-in/demo").header("idempotency-key", new_id());
    request = request.extension(ConnectInfo(SocketAddr::from(([203, 0, 113, 7], 1))));
    shop.send(request.body(Body::empty()).unwrap()).await.problem(429);
    shop.clock.advance(60 * MINUTE);
    assert_eq!(from(&shop, "203.0.113.7", 21, &[]).await.status, 202);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn limits_hold_for_many_at_once() {
    let shop = TestShop::start().await;
    let accepted = async |asked: Vec<(String, u32)>| {
        let mut at_once = tokio::task::JoinSet::new();
        for (peer, n) in asked {
            let client = shop.client();
            at_once.spawn(async move { from(&client, &peer, n, &[]).await.status });
        }
        let statuses = at_once.join_all().await;
        assert!(statuses.iter().all(|status| [202, 429].contains(&status.as_u16())));
        statuses.into_iter().filter(|status| *status == 202).count()
    };
    // One contact from everywhere, then many contacts from one address.
    assert_eq!(accepted((1..=12).map(|n| (format!("203.0.113.{n}"), 0)).collect()).await, 1);
    assert_eq!(accepted((1..=26).map(|n| ("198.51.100.1".into(), n)).collect()).await, 20);
}

#[tokio::test]
async fn a_trusted_proxy_names_the_address() {
    let shop = TestShop::start_with(|config| config.trust_proxy = true).await;
    for n in 0..20 {
        let by = [("x-forwarded-for", "198.51.100.9, 203.0.113.7")];
        assert_eq!(from(&shop, "10.0.0.1", n, &by).await.status, 202);
    }
    let forged = [("x-forwarded-for", "198.51.100.77, 203.0.113.7")];
    from(&shop, "10.0.0.1", 20, &forged).await.problem(429);
    let other = [("x-forwarded-for", "203.0.113.8")];
    assert_eq!(from(&shop, "10.0.0.1", 20, &other).await.status, 202);
}

async fn from(client: &Client, peer: &str, n: u32, headers: &[(&str, &str)]) -> Answer {
    let peer: SocketAddr = format!("{peer}:40000").parse().expect("an address");
    let mut request = Request::post("/api/sign-in/codes")
        .extension(ConnectInfo(peer))
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", new_id());
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let body = json!({ "contact": format!("shopper{n}@example.com") }).to_string();
    client.send(request.body(Body::from(body)).expect("a request")).await
}

#[tokio::test]
async fn bad_input_is_named() {
    let shop = TestShop::start().await;
    let codes = "/api/sign-in/codes";
    assert_eq!(shop.post(codes, &json!({})).await.wrong_fields(), ["contact"]);
    for contact in ["", "  ", "no contact", "1380013800", "a@b", "a@b.cn\r\nBcc: c@d.cn"] {
        let answer = shop.post(codes, &json!({ "contact": contact })).await;
        assert_eq!(answer.wrong_fields(), ["contact"], "{contact:?}");
    }
    let sessions = "/api/sign-in/sessions";
    for code in ["12345", "1234567", "abcdef", ""] {
        let answer = shop.post(sessions, &json!({ "challenge": "x", "code": code })).await;
        assert_eq!(answer.wrong_fields(), ["code"], "{code}");
    }
    let unknown = shop.post(sessions, &json!({ "challenge": "x", "code": "123456" })).await;
    assert_eq!(unknown.problem(422).code, ProblemCode::CodeExpired);
    let keyless = Request::post(codes)
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(r#"{"contact":"a@example.com"}"#));
    let keyless = shop.send(keyless.unwrap()).await;
    assert_eq!(keyless.problem(400).code, ProblemCode::IdempotencyKeyRequired);
    let form = Request::post(codes).header("idempotency-key", "k").body(Body::from("contact=a"));
    assert_eq!(shop.send(form.unwrap()).await.problem(415).code, ProblemCode::UnsupportedMediaType);
}

#[tokio::test]
async fn full_width_digits_are_digits() {
    let shop = TestShop::start().await;
    let challenge = challenge(&shop, "１３８００１３８０００").await;
    let code = latest_code(&shop).await;
    let wide: String = code.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap()).collect();
    let session: Session = try_code(&shop, &challenge, &wide).await.json();
    assert_eq!(session.shopper.unwrap().contact, "138****8000");
}

#[tokio::test]
async fn signing_out_ends_the_session_everywhere_the_cookie_is() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    let stolen = shop.cookie("vitrine_session").unwrap();
    let answer = shop.delete("/api/session").await;
    assert_eq!(answer.status, 204);
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(who(&shop).await, None);
    assert_eq!(shop.delete("/api/session").await.status, 204);
    let thief = shop.client();
    thief.set_cookie("vitrine_session", &stolen);
    assert_eq!(who(&thief).await, None);
    thief.get("/api/addresses").await.problem(401);
}

#[tokio::test]
async fn a_session_ends_after_thirty_days_and_with_the_next_one() {
    let shop = TestShop::start().await;
    sign_in(&shop, "a@example.com").await;
    let former = shop.cookie("vitrine_session").unwrap();
    let other = shop.client();
    sign_in(&other, "b@example.com").await;
    demo(&shop).await;
    let thief = shop.client();
    thief.set_cookie("vitrine_session", &former);
    assert_eq!(who(&thief).await, None, "signing in again replaces the session");

    shop.clock.advance(30 * 86_400 * SECOND - 1);
    assert!(who(&other).await.is_some());
    shop.clock.advance(1);
    assert!(who(&other).await.is_none());
    vitrine_backend::housekeeping::tidy_up(&shop.state).await.unwrap();
    assert!(who(&other).await.is_none());
}

#[tokio::test]
async fn the_database_alone_signs_nobody_in() {
    use sea_orm::EntityTrait;
    use vitrine_backend::identity::entity::{session, sign_in_code};
    let shop = TestShop::start().await;
    let challenge = challenge(&shop, "a@example.com").await;
    let code = latest_code(&shop).await;
    try_code(&shop, &challenge, &code).await.json::<Session>();
    let token = shop.cookie("vitrine_session").unwrap();
    let db = &shop.state.db.read;
    let sessions = session::Entity::find().all(db).await.unwrap();
    assert!(!format!("{sessions:?}").contains(&token));
    let codes = sign_in_code::Entity::find().all(db).await.unwrap();
    assert_eq!(codes[0].code_hash.len(), 64);
    assert!(codes.iter().all(|row| row.contact != code && row.client != code));
    let thief = shop.client();
    thief.set_cookie("vitrine_session", &sessions[0].token_hash);
    assert_eq!(who(&thief).await, None);
}

#[tokio::test]
async fn every_visitor_gets_a_demo_shopper_of_their_own() {
    let shop = TestShop::start().await;
    let mine = demo(&shop).await;
    assert!(mine.demo);
    let address = mine.default_address.as_ref().unwrap();
    assert!(address.is_default);
    let card = mine.default_payment_method.as_ref().unwrap();
    assert_eq!(card.password_free_limit.amount(), 50_000);
    assert_eq!(card.label, "•••• 4242");
    let visitor = shop.client();
    let theirs = demo(&visitor).await;
    assert_ne!(mine.id, theirs.id);
    let path = format!("/api/addresses/{}", address.id);
    visitor.put(&path, "\"1\"", &person::address()).await.problem(404);
    let greeting = visitor.post("/api/sign-in/demo?lang=zh-Hant", &json!({})).await;
    let session: Session = greeting.json();
    assert_eq!(session.shopper.unwrap().default_address.unwrap().fields.region, "臺北市");
}

#[tokio::test]
async fn a_repeated_demo_sign_in_is_the_same_shopper() {
    let shop = TestShop::start().await;
    let key = new_id();
    let lost: Session = shop.client().post_as(&key, "/api/sign-in/demo", &json!({})).await.json();
    let again: Session = shop.post_as(&key, "/api/sign-in/demo", &json!({})).await.json();
    assert_eq!(lost.shopper, again.shopper);
    assert_eq!(who(&shop).await.unwrap().id, again.shopper.unwrap().id);
}

#[tokio::test]
async fn without_demo_mode_there_is_no_demo() {
    let shop = TestShop::start_with(|config| config.demo = false).await;
    shop.get("/api/demo/inbox").await.problem(404);
    shop.post("/api/sign-in/demo", &json!({})).await.problem(404);
    challenge(&shop, "a@example.com").await;
    let session: Session = shop.get("/api/session").await.json();
    assert!(!session.shop.demo);
}

#[tokio::test]
async fn the_inbox_keeps_the_last_fifty() {
    let shop = TestShop::start().await;
    for n in 0..52 {
        challenge(&shop, &format!("shopper{n}@example.com")).await;
    }
    let inbox: vitrine_contract::List<vitrine_contract::identity::DemoMessage> =
        shop.get("/api/demo/inbox").await.json();
    assert_eq!(inbox.items.len(), 50);
    assert_eq!(inbox.items[0].contact, "shopper51@example.com");
}

#[tokio::test]
async fn nonsense_cookies_are_guests() {
    let shop = TestShop::start().await;
    for value in ["x", "\u{1}", &"f".repeat(64), &"f".repeat(8_000)] {
        let request =
            Request::get("/api/session").header("cookie", format!("vitrine_session={value}"));
        if let Ok(request) = request.body(Body::empty()) {
            let session: Session = shop.client().send(request).await.json();
            assert_eq!(session.shopper, None);
        }
    }
}
