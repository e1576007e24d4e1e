//! Writing reviews, and what becomes of them.

use std::io::Cursor;

use axum::body::Body;
use axum::http::Request;
use image::{DynamicImage, ImageFormat, RgbImage};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use vitrine_backend::clock::{DAY, new_id};
use vitrine_backend::housekeeping::tidy_up;
use vitrine_backend::orders::duties;
use vitrine_backend::orders::entity::{order, order_line};
use vitrine_contract::orders::{Order, OrderPlaced, ReviewState};
use vitrine_contract::products::ProductPage;
use vitrine_contract::reviews::{Review, ReviewStatus, Upload};
use vitrine_contract::{List, ProblemCode};

use crate::buying::{self, checkpoint, fulfilment, parcel, tell, variants};
use crate::common::{self, Client, TestShop};
use crate::person::{demo, sign_in, who};

/// Buys two different goods as the signed-in shopper, and hands them to fulfilment.
async fn buy(shop: &TestShop, client: &Client) -> Order {
    let goods = variants(shop).await;
    let mut wish = buying::wish(client, &[(&goods[0].id, 2), (&goods[1].id, 1)]).await;
    wish.contact = None;
    let placed: OrderPlaced = client.post("/api/orders", &wish).await.json();
    duties::run_once(&shop.state).await.expect("runs");
    placed.order
}

/// All of it arrives.
async fn arrive(shop: &TestShop, order: &Order) {
    for kind in ["packed", "shipped"] {
        let answer = tell(shop, "fulfilment/main", &fulfilment(shop, kind, order, "ZT1")).await;
        assert!(answer.status.is_success(), "{}", answer.text());
    }
    let answer = tell(shop, "carriers/zto", &checkpoint(shop, "ZT1", "delivered", 1)).await;
    assert!(answer.status.is_success(), "{}", answer.text());
}

async fn arrived(shop: &TestShop, client: &Client) -> Order {
    let order = buy(shop, client).await;
    arrive(shop, &order).await;
    client.get(&format!("/api/orders/{}?lang=zh-Hans", order.id)).await.json()
}

fn path(order: &Order, line: usize) -> String {
    format!("/api/orders/{}/lines/{}/review?lang=zh-Hans", order.id, order.lines[line].id)
}

fn words() -> Value {
    json!({
        "rating": 4,
        "dimensions": { "quality": 5, "value": 4, "appearance": 3, "logistics": 2, "service": 1 },
        "title": " 很 好 ",
        "text": "做工扎实，用了两周没有问题。",
        "language": "zh-Hans",
    })
}

fn with(changes: Value) -> Value {
    let mut body = words();
    for (key, value) in changes.as_object().expect("an object") {
        body[key] = value.clone();
    }
    body
}

async fn photo(client: &Client, shade: u8) -> Upload {
    let picture = RgbImage::from_pixel(16, 16, image::Rgb([shade, 10, 10]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, ImageFormat::Png).expect("encodes");
    let request = Request::post("/api/uploads")
        .header("content-type", "image/png")
        .header("idempotency-key", new_id())
        .body(Body::from(bytes.into_inner()));
    client.send(request.expect("a request")).await.json()
}

async fn page(client: &Client, order: &Order, line: usize) -> ProductPage {
    client.get(&format!("/api/products/{}?lang=zh-Hans", order.lines[line].slug)).await.json()
}

#[tokio::test]
async fn a_review_is_shown_and_counted_at_once() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let order = arrived(&shop, &shop).await;
    assert_eq!(order.lines[0].review, ReviewState::Possible);
    let before = page(&shop, &order, 0).await;
    let photos = [photo(&shop, 1).await, photo(&shop, 2).await];
    let body = with(json!({ "photos": [photos[1].id, photos[0].id] }));
    let key = new_id();
    let answer = shop.post_as(&key, &path(&order, 0), &body).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let review: Review = answer.json();
    assert_eq!(review.author, "林**");
    assert!(review.verified_purchase);
    assert_eq!((review.title.as_str(), review.rating), ("很 好", 4));
    assert_eq!(review.variant_name, order.lines[0].variant_name);
    assert_eq!(review.status, ReviewStatus::Published);
    assert_eq!(review.photos, [photos[1].picture.clone(), photos[0].picture.clone()]);
    assert_eq!(review.written_at.as_str(), common::NOW);

    let again: Review = shop.post_as(&key, &path(&order, 0), &body).await.json();
    assert_eq!(again, review);

    let after = page(&shop, &order, 0).await;
    let (was, is) = (before.review_summary, after.review_summary);
    assert_eq!(is.rating.count, was.rating.count + 1);
    assert_eq!(is.histogram[3], was.histogram[3] + 1);
    assert_eq!(is.histogram.iter().sum::<u64>(), is.rating.count);
    assert_eq!(is.with_photos, was.with_photos + 1);
    assert_eq!(after.product.rating, is.rating);
    let slug = &order.lines[0].slug;
    let newest: List<Review> = shop
        .client()
        .get(&format!("/api/products/{slug}/reviews?lang=zh-Hans&sort=newest"))
        .await
        .json();
    assert_eq!(newest.items[0], review);
    let order: Order = shop.get(&format!("/api/orders/{}", order.id)).await.json();
    assert_eq!(order.lines[0].review, ReviewState::Written);
    assert_eq!(order.lines[1].review, ReviewState::Possible);

    // Photos of a review stay.
    shop.clock.advance(3 * DAY);
    tidy_up(&shop.state).await.unwrap();
    assert_eq!(shop.get(&review.photos[0].url(16)).await.status, 200);
}

#[tokio::test]
async fn averages_are_exact() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let order = arrived(&shop, &shop).await;
    let before = page(&shop, &order, 1).await.review_summary;
    assert_eq!(shop.post(&path(&order, 1), &words()).await.status, 201);
    let after = page(&shop, &order, 1).await.review_summary;
    let stars = |h: [u64; 5]| h.iter().zip(1..).map(|(n, s)| n * s).sum::<u64>();
    assert_eq!(stars(after.histogram), stars(before.histogram) + 4);
    let count = after.rating.count;
    let rounded = (stars(after.histogram) * 100 + count / 2) / count;
    assert_eq!(u64::from(after.rating.average_hundredths), rounded);
    assert!(after.dimensions_hundredths.service <= before.dimensions_hundredths.service.max(100));
}

#[tokio::test]
async fn a_line_is_reviewed_once() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let order = arrived(&shop, &shop).await;
    assert_eq!(shop.post(&path(&order, 0), &words()).await.status, 201);
    let count = page(&shop, &order, 0).await.review_summary.rating.count;
    let twice = shop.post(&path(&order, 0), &words()).await;
    assert_eq!(twice.problem(409).code, ProblemCode::ReviewDuplicate);
    assert_eq!(page(&shop, &order, 0).await.review_summary.rating.count, count);
}

#[tokio::test]
async fn many_clicks_at_once_are_one_review() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let order = arrived(&shop, &shop).await;
    let before = page(&shop, &order, 0).await.review_summary.rating.count;
    let (target, body) = (path(&order, 0), words());
    let posts = (0..8).map(|_| shop.post(&target, &body));
    let answers = futures_util::future::join_all(posts).await;
    let written = answers.iter().filter(|a| a.status == 201).count();
    assert_eq!(written, 1);
    for other in answers.iter().filter(|a| a.status != 201) {
        assert_eq!(other.problem(409).code, ProblemCode::ReviewDuplicate);
    }
    assert_eq!(page(&shop, &order, 0).await.review_summary.rating.count, before + 1);
}

#[tokio::test]
async fn what_has_not_arrived_waits_for_its_review() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let order = buy(&shop, &shop).await;
    let early = shop.post(&path(&order, 0), &words()).await;
    assert_eq!(early.problem(409).code, ProblemCode::ReviewTooSoon);
    // One of two pieces is not all of them.
    let items = json!([{ "line": order.lines[0].id, "quantity": 1 }]);
    for kind in ["packed", "shipped"] {
        tell(&shop, "fulfilment/main", &parcel(&shop, kind, &order.id, "ZT1", &items)).await;
    }
    tell(&shop, "carriers/zto", &checkpoint(&shop, "ZT1", "delivered", 1)).await;
    let half = shop.post(&path(&order, 0), &words()).await;
    assert_eq!(half.problem(409).code, ProblemCode::ReviewTooSoon);
}

#[tokio::test]
async fn only_the_buyer_reviews() {
    let shop = TestShop::start().await;
    let buyer = shop.client();
    demo(&buyer).await;
    let order = arrived(&shop, &buyer).await;
    shop.post(&path(&order, 0), &words()).await.problem(401);
    sign_in(&shop, "stranger@example.com").await;
    let stranger = shop.post(&path(&order, 0), &words()).await;
    assert_eq!(stranger.problem(404).code, ProblemCode::NotFound);
    let unknown = format!("/api/orders/{}/lines/unknown/review", order.id);
    buyer.post(&unknown, &words()).await.problem(404);
    // A guest's order is nobody's.
    let anybody = shop.client();
    let wish = buying::wish(&anybody, &[(&variants(&shop).await[0].id, 1)]).await;
    let guest: OrderPlaced = anybody.post("/api/orders", &wish).await.json();
    shop.post(&path(&guest.order, 0), &words()).await.problem(404);
}

#[tokio::test]
async fn bad_reviews_of_any_kind_leave_nothing() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let order = arrived(&shop, &shop).await;
    let before = page(&shop, &order, 0).await;
    let target = path(&order, 0);
    for (changes, field) in [
        (json!({ "rating": 0 }), "rating"),
        (json!({ "rating": 6 }), "rating"),
        (json!({ "rating": 300 }), "rating"),
        (
            json!({ "dimensions": { "quality": 5, "value": 4, "appearance": 3, "logistics": 2, "service": 9 } }),
            "dimensions.service",
        ),
        (json!({ "title": "题".repeat(256) }), "title"),
        (json!({ "text": "字".repeat(2_001) }), "text"),
        (json!({ "text": "做工扎实\u{7}没有问题" }), "text"),
        (json!({ "language": "中文" }), "language"),
        (json!({ "photos": ["x", "x"] }), "photos.1"),
        (json!({ "photos": ["nobody's"] }), "photos.0"),
    ] {
        assert_eq!(shop.post(&target, &with(changes)).await.wrong_fields(), [field]);
    }
    for text in ["", "   好   ", "四个字呀"] {
        let short = shop.post(&target, &with(json!({ "text": text }))).await;
        assert_eq!(short.problem(422).code, ProblemCode::ReviewTooShort);
    }
    let ten: Vec<String> = (0..10).map(|n| n.to_string()).collect();
    let many = shop.post(&target, &with(json!({ "photos": ten }))).await;
    assert_eq!(many.problem(422).code, ProblemCode::TooManyPhotos);
    assert_eq!(page(&shop, &order, 0).await, before);
    // Five characters, whatever their bytes, are enough.
    let enough = with(json!({ "text": "五个字就够" }));
    assert_eq!(shop.post(&target, &enough).await.status, 201);
}

#[tokio::test]
async fn photos_are_ones_own_and_used_once() {
    let shop = TestShop::start().await;
    let stranger = shop.client();
    demo(&stranger).await;
    let theirs = photo(&stranger, 7).await;
    demo(&shop).await;
    let order = arrived(&shop, &shop).await;
    let mine = photo(&shop, 8).await;
    let stolen = with(json!({ "photos": [mine.id, theirs.id] }));
    assert_eq!(shop.post(&path(&order, 0), &stolen).await.wrong_fields(), ["photos.1"]);
    // The failed review has not used mine up.
    let own = with(json!({ "photos": [mine.id] }));
    assert_eq!(shop.post(&path(&order, 0), &own).await.status, 201);
    assert_eq!(shop.post(&path(&order, 1), &own).await.wrong_fields(), ["photos.0"]);
}

#[tokio::test]
async fn an_anonymous_review_names_nobody() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let order = arrived(&shop, &shop).await;
    let body = with(json!({ "anonymous": true }));
    let answer = shop.post(&path(&order, 0), &body).await;
    assert!(!answer.text().contains('林'));
    let review: Review = answer.json();
    assert_eq!(review.author, "");
    assert!(review.verified_purchase);
}

#[tokio::test]
async fn idle_demo_shoppers_are_forgotten_and_their_reviews_stay() {
    let shop = TestShop::start().await;
    let real = shop.client();
    sign_in(&real, "wang@example.com").await;
    demo(&shop).await;
    let order = arrived(&shop, &shop).await;
    let picture = photo(&shop, 7).await;
    let body = with(json!({ "photos": [picture.id] }));
    let review: Review = shop.post(&path(&order, 0), &body).await.json();
    let buyer = shop.client();
    demo(&buyer).await;
    shop.clock.advance(6 * DAY);
    let young = shop.client();
    demo(&young).await;
    buy(&shop, &buyer).await;
    tidy_up(&shop.state).await.unwrap();
    assert!(who(&shop).await.is_some());

    shop.clock.advance(2 * DAY);
    tidy_up(&shop.state).await.unwrap();
    tidy_up(&shop.state).await.unwrap();
    assert_eq!(who(&shop).await, None);
    for client in [&real, &buyer, &young] {
        assert!(who(client).await.is_some());
    }
    let db = &shop.state.db.read;
    // Three each that the demo shoppers came with, and the one of the buyer.
    assert_eq!(order::Entity::find().count(db).await.unwrap(), 7);
    assert_eq!(order_line::Entity::find().count(db).await.unwrap(), 8);
    let newest: List<Review> = shop
        .get(&format!("/api/products/{}/reviews?lang=zh-Hans&sort=newest", order.lines[0].slug))
        .await
        .json();
    assert_eq!(newest.items[0], review);
    assert_eq!(shop.get(&picture.picture.url(16)).await.status, 200);
}
