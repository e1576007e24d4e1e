//! Many at once.

use sea_orm::{EntityTrait, PaginatorTrait};
use vitrine_backend::clock::new_id;
use vitrine_backend::orders::entity::order;
use vitrine_contract::ProblemCode;
use vitrine_contract::orders::OrderPlaced;

use crate::buying::{self, stock, variants, wish};
use crate::common::TestShop;

/// Fifty at once, each with a key of its own.
async fn rush(shop: &TestShop, variant: &str) -> (usize, usize) {
    let wish = wish(shop, &[(variant, 1)]).await;
    let mut buyers = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let (client, wish) = (shop.client(), wish.clone());
        buyers.spawn(async move { client.post_as(&new_id(), "/api/orders", &wish).await });
    }
    let answers = buyers.join_all().await;
    let mut numbers: Vec<_> = answers
        .iter()
        .filter(|answer| answer.status == 201)
        .map(|answer| answer.json::<OrderPlaced>().order.number)
        .collect();
    let short = answers.iter().filter(|answer| answer.status != 201).map(|answer| {
        let problem = answer.problem(409);
        assert_eq!(problem.code, ProblemCode::OutOfStock);
        assert_eq!(problem.fields[0].path, "lines.0.quantity");
    });
    let short = short.count();
    numbers.sort();
    numbers.dedup();
    (numbers.len(), short)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_buyers_for_the_last_five_pieces() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    buying::set_stock(&shop, &goods[0].id, 5).await;
    assert_eq!(rush(&shop, &goods[0].id).await, (5, 45));
    assert_eq!(stock(&shop, &goods[0].id).await, 0);
    assert_eq!(order::Entity::find().count(&shop.state.db.read).await.unwrap(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn declined_cards_give_every_piece_back() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let mut wish = wish(&shop, &[(&goods[0].id, 1), (&goods[1].id, 2)]).await;
    wish.payment = buying::declined();
    let mut buyers = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (client, wish) = (shop.client(), wish.clone());
        buyers.spawn(async move { client.post_as(&new_id(), "/api/orders", &wish).await });
    }
    for answer in buyers.join_all().await {
        assert_eq!(answer.problem(402).code, ProblemCode::PaymentDeclined);
    }
    assert_eq!(stock(&shop, &goods[0].id).await, goods[0].stock);
    assert_eq!(stock(&shop, &goods[1].id).await, goods[1].stock);
}

/// `cargo test --release -p vitrine-backend --test concurrency -- --ignored --nocapture`:
/// the budget is 8 ms for one order (p50) and 300 orders a second.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures, and is of no use unoptimised"]
async fn orders_a_second() {
    use std::time::Instant;
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    buying::set_stock(&shop, &goods[0].id, 1_000_000).await;
    let wish = wish(&shop, &[(&*goods[0].id, 1)]).await;
    let mut single = Vec::new();
    for _ in 0..300 {
        let begun = Instant::now();
        assert_eq!(shop.post("/api/orders", &wish).await.status, 201);
        single.push(begun.elapsed());
    }
    single.sort();
    let begun = Instant::now();
    let mut buyers = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let (client, wish) = (shop.client(), wish.clone());
        buyers.spawn(async move {
            for _ in 0..125 {
                assert_eq!(client.post("/api/orders", &wish).await.status, 201);
            }
        });
    }
    buyers.join_all().await;
    let rate = 2_000.0 / begun.elapsed().as_secs_f64();
    println!(
        "one client: p50 {:?}, p99 {:?}; 16 clients: {rate:.0} orders/s",
        single[150], single[297]
    );
}
