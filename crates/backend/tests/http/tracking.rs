//! An order on its way: live, and in the demo world.

use axum::body::{Body, BodyDataStream};
use axum::http::Request;
use futures_util::StreamExt;
use serde_json::json;
use vitrine_backend::clock::{DAY, SECOND};
use vitrine_backend::demo::actors;
use vitrine_backend::orders::duties;
use vitrine_contract::list::List;
use vitrine_contract::orders::{
    FulfilmentStatus, Order, OrderPlaced, OrderStatus, OrderSummary, ReviewState,
};
use vitrine_contract::payments::PaymentStatus;
use vitrine_contract::tracking::{OrderEvent, Step, TrackingStatus};
use vitrine_contract::{ProblemCode, Timestamp};

use crate::buying::{self, checkpoint, fulfilment, link, released, seen, tell};
use crate::common::{Client, TestShop};
use crate::person;

/// An open event stream.
struct Stream {
    body: BodyDataStream,
    text: String,
}

impl Stream {
    async fn open(client: &Client, path: &str, last: Option<u64>) -> Self {
        let mut request = Request::get(path);
        if let Some(last) = last {
            request = request.header("last-event-id", last.to_string());
        }
        let response = client.open(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["cache-control"], "private, no-store");
        Self { body: response.into_body().into_data_stream(), text: String::new() }
    }

    /// The next event's id and data; `None` when the stream ends.
    async fn next(&mut self) -> Option<(u64, OrderEvent)> {
        loop {
            while let Some((block, rest)) = self.text.split_once("\n\n") {
                let field = |name: &str| {
                    block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim)
                };
                let parsed = field("event:").map(|name| {
                    assert_eq!(name, "order");
                    let data = serde_json::from_str(field("data:").unwrap()).unwrap();
                    (field("id:").unwrap().parse().unwrap(), data)
                });
                self.text = rest.to_owned();
                if parsed.is_some() {
                    return parsed;
                }
            }
            let chunk = self.body.next().await?.unwrap();
            self.text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}

fn events(placed: &OrderPlaced) -> String {
    link(placed).replace('?', "/events?")
}

#[tokio::test]
async fn a_stream_tells_what_happens_and_resumes_where_it_was() {
    let shop = TestShop::start().await;
    let placed = released(&shop).await;
    let mut live = Stream::open(&shop, &events(&placed), None).await;
    tell(&shop, "fulfilment/demo", &fulfilment(&shop, "packed", &placed.order, "N1")).await;
    let (packed_id, packed) = live.next().await.unwrap();
    assert_eq!(packed.step, Step::Packed);
    assert_eq!(packed.order.fulfilment_status, FulfilmentStatus::Fulfilled);
    assert_eq!(packed.order.last_event_id, packed_id);
    assert!(packed_id > placed.order.last_event_id);
    assert_eq!(packed.order, seen(&shop, &placed).await);
    drop(live);

    // While nobody looks, two things happen.
    tell(&shop, "fulfilment/demo", &fulfilment(&shop, "shipped", &placed.order, "N1")).await;
    tell(&shop, "carriers/zto", &checkpoint(&shop, "N1", "out_for_delivery", 5)).await;
    let by_url = format!("{}&last_event_id={packed_id}", events(&placed));
    let from_the_start = format!("{}&last_event_id=0", events(&placed));
    for mut resumed in [
        Stream::open(&shop, &events(&placed), Some(packed_id)).await,
        Stream::open(&shop, &by_url, None).await,
        // A browser that connects again knows better than the page's address.
        Stream::open(&shop, &from_the_start, Some(packed_id)).await,
    ] {
        let (first_id, first) = resumed.next().await.unwrap();
        let (second_id, second) = resumed.next().await.unwrap();
        assert_eq!((first.step, second.step), (Step::Shipped, Step::OutForDelivery));
        assert!(packed_id < first_id && first_id < second_id);
    }
    let odd = shop.get(&format!("{}&last_event_id=x", events(&placed))).await;
    assert_eq!(odd.wrong_fields(), ["last_event_id"]);
}

#[tokio::test]
async fn streams_end_when_the_shop_closes() {
    let shop = TestShop::start().await;
    let placed = released(&shop).await;
    let mut live = Stream::open(&shop, &events(&placed), None).await;
    shop.state.shutdown.cancel();
    assert!(live.next().await.is_none());
}

#[tokio::test]
async fn a_delay_is_told_before_it_is_noticed() {
    let shop = TestShop::start().await;
    let placed = released(&shop).await;
    tell(&shop, "fulfilment/demo", &fulfilment(&shop, "shipped", &placed.order, "N1")).await;
    let promised = &placed.order.promised;
    let later = |at: &Timestamp| {
        let at = vitrine_backend::clock::millis(at.as_str()).unwrap();
        vitrine_backend::clock::timestamp(at + DAY)
    };
    let mut event = checkpoint(&shop, "N1", "in_transit", 5);
    event["expected"] = json!({ "from": later(&promised.from), "until": later(&promised.until) });
    tell(&shop, "carriers/zto", &event).await;
    // An older expectation that comes later changes nothing.
    let mut old = checkpoint(&shop, "N1", "in_transit", 1);
    old["expected"] = json!(promised);
    tell(&shop, "carriers/zto", &old).await;
    let order = seen(&shop, &placed).await;
    assert_eq!(order.shipments[0].expected.until, later(&promised.until));
    assert_eq!(order.shipments[0].promised, *promised);
    let delayed = order.timeline.iter().find(|step| step.step == Step::Delayed).unwrap();
    assert!(delayed.at.is_some());
}

/// Lets the demo world play until nothing happens any more.
async fn play(shop: &TestShop, placed: &OrderPlaced, scenario: &str) -> Vec<Order> {
    let choice = json!({ "scenario": scenario });
    let path = format!(
        "/api/demo/orders/{}/scenario?key={}",
        placed.order.id,
        placed.guest_key.as_deref().unwrap()
    );
    assert_eq!(shop.post(&path, &choice).await.status, 200);
    duties::run_once(&shop.state).await.unwrap();
    let mut course = Vec::new();
    // Fifty times as fast as life: three seconds are two and a half minutes.
    for _ in 0..60 {
        shop.clock.advance(SECOND / 20);
        actors::tick(&shop.state, &shop.router).await.unwrap();
        course.push(seen(shop, placed).await);
    }
    let late = shop.post(&path, &choice).await.problem(409);
    assert_eq!(late.code, ProblemCode::OrderStateConflict);
    course
}

#[tokio::test]
async fn the_demo_world_delivers_in_every_scenario() {
    for scenario in ["on_time", "delayed", "split", "failed_attempt", "pickup"] {
        let shop = TestShop::start().await;
        let placed = buying::bought(&shop).await;
        let course = play(&shop, &placed, scenario).await;
        let end = course.last().unwrap();
        assert_eq!(end.status, OrderStatus::Delivered, "{scenario}");
        assert_eq!(end.payment_status, PaymentStatus::Captured, "{scenario}");
        assert_eq!(end.shipments.len(), if scenario == "split" { 2 } else { 1 });
        let met = |status: TrackingStatus| {
            course.iter().any(|order| order.shipments.iter().any(|p| p.status == status))
        };
        assert!(met(TrackingStatus::OutForDelivery), "{scenario}");
        assert_eq!(met(TrackingStatus::AttemptFail), scenario == "failed_attempt");
        assert_eq!(met(TrackingStatus::AvailableForPickup), scenario == "pickup");
        let delayed = end.timeline.iter().any(|step| step.step == Step::Delayed);
        assert_eq!(delayed, scenario == "delayed");
        let words: Vec<_> =
            end.shipments[0].checkpoints.iter().map(|seen| seen.message.as_str()).collect();
        assert!(
            words.iter().any(|words| words.contains("下一站【上海浦东集散中心】")),
            "{words:?}"
        );
    }
}

#[tokio::test]
async fn the_demo_world_goes_on_after_a_restart() {
    let shop = TestShop::start().await;
    let placed = buying::bought(&shop).await;
    duties::run_once(&shop.state).await.unwrap();
    shop.clock.advance(SECOND / 2);
    actors::tick(&shop.state, &shop.router).await.unwrap();
    let before = seen(&shop, &placed).await;
    assert!(!before.shipments.is_empty());
    // Nothing is kept but the database: another router, another tick.
    let router = vitrine_backend::app::router(shop.state.clone());
    shop.clock.advance(10 * SECOND);
    actors::tick(&shop.state, &router).await.unwrap();
    let after = seen(&shop, &placed).await;
    assert_eq!(after.status, OrderStatus::Delivered);
    let told = after.shipments.iter().flat_map(|p| &p.checkpoints);
    let mut told: Vec<_> = told.map(|seen| (&seen.checkpoint_time, &seen.message)).collect();
    let count = told.len();
    told.dedup();
    assert_eq!(told.len(), count, "nothing twice");
}

#[tokio::test]
async fn scenarios_are_for_those_who_may_see_the_order() {
    let shop = TestShop::start().await;
    let placed = buying::bought(&shop).await;
    let path = format!("/api/demo/orders/{}/scenario", placed.order.id);
    let stranger = shop.post(&path, &json!({ "scenario": "split" })).await;
    assert_eq!(stranger.problem(404).code, ProblemCode::NotFound);
    let odd = shop.post(&path, &json!({ "scenario": "teleport" })).await;
    assert_eq!(odd.wrong_fields(), ["scenario"]);
    let shop = TestShop::start_with(|config| config.demo = false).await;
    let none = shop.post(&path, &json!({ "scenario": "split" })).await;
    assert_eq!(none.problem(404).code, ProblemCode::NotFound);
}

#[tokio::test]
async fn a_demo_shopper_has_a_life() {
    let shop = TestShop::start().await;
    let goods = buying::variants(&shop).await;
    let stock_before = buying::stock(&shop, &goods[0].id).await;
    let shopper = person::demo(&shop).await;
    assert_eq!(shopper.bought_products.len(), 3);
    let orders: List<OrderSummary> = shop.get("/api/orders?lang=en").await.json();
    let states: Vec<_> = orders
        .items
        .iter()
        .map(|order| (order.status.clone(), order.lines[0].review.clone()))
        .collect();
    let expected = [
        (OrderStatus::InTransit, ReviewState::NotYet),
        (OrderStatus::Delivered, ReviewState::Possible),
        (OrderStatus::Delivered, ReviewState::Written),
    ];
    assert_eq!(states, expected);
    assert_eq!(buying::stock(&shop, &goods[0].id).await, stock_before);
    // Nothing was to come in the past, and the parcel on its way arrives while one watches.
    let now = vitrine_backend::clock::timestamp(shop.state.now());
    for order in &orders.items {
        let order: Order = shop.get(&format!("/api/orders/{}?lang=en", order.id)).await.json();
        assert!(order.timeline.iter().flat_map(|step| &step.at).all(|at| *at < now));
        assert!(order.timeline.len() >= 5);
    }
    shop.clock.advance(60 * SECOND);
    actors::tick(&shop.state, &shop.router).await.unwrap();
    let order: Order =
        shop.get(&format!("/api/orders/{}?lang=en", orders.items[0].id)).await.json();
    assert_eq!(order.status, OrderStatus::Delivered);
}
