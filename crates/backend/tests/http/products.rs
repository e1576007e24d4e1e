//! `GET /api/products/{slug}` and its reviews.

use vitrine_backend::reviews::totals::{self, Counted};
use vitrine_contract::catalog::{Home, ProductList};
use vitrine_contract::products::ProductPage;
use vitrine_contract::reviews::{Dimensions, Review};
use vitrine_contract::{List, ProblemCode};

use crate::common::TestShop;

async fn laptop(shop: &TestShop) -> ProductPage {
    shop.get("/api/products/laptop?lang=en").await.json()
}

#[tokio::test]
async fn a_product_is_whole() {
    let shop = TestShop::start().await;
    let page = laptop(&shop).await;
    let product = &page.product;
    assert_eq!((product.slug.as_str(), product.category.slug.as_str()), ("laptop", "computers"));
    assert_eq!(product.pictures.len(), 4);
    assert!(!product.description.is_empty() && !product.parameters.is_empty());
    assert!(product.variants.len() > 1 && !product.options.is_empty());
    for variant in &product.variants {
        assert_eq!(variant.choice.len(), product.options.len());
        assert!(!variant.name.is_empty() && variant.picture < product.pictures.len());
        for (code, option) in variant.choice.iter().zip(&product.options) {
            assert!(option.values.iter().any(|value| value.code == *code));
        }
    }
    assert!(product.delivery.from < product.delivery.until);
    assert_eq!(product.rating, page.review_summary.rating);
}

#[tokio::test]
async fn every_product_opens_in_every_language() {
    let shop = TestShop::start().await;
    let list: ProductList = shop.get("/api/products?limit=60").await.json();
    for tile in &list.list.items {
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            let path = format!("/api/products/{}?lang={lang}", tile.slug);
            let page: ProductPage = shop.get(&path).await.json();
            assert!(!page.product.title.is_empty() && !page.product.merchant.name.is_empty());
            let default = page.product.variants.iter().find(|v| v.id == tile.default_variant);
            assert_eq!(default.unwrap().price, tile.price, "{}", tile.slug);
        }
    }
}

#[tokio::test]
async fn an_unknown_product_is_not_found() {
    let shop = TestShop::start().await;
    for slug in ["unicorn", "%F0%9F%A6%84", "a%2Fb"] {
        for path in [format!("/api/products/{slug}"), format!("/api/products/{slug}/reviews")] {
            assert_eq!(shop.get(&path).await.problem(404).code, ProblemCode::NotFound, "{path}");
        }
    }
    let nul = shop.get("/api/products/%00").await;
    assert_eq!(nul.problem(400).code, ProblemCode::MalformedRequest);
    let answer = shop.post("/api/products/laptop", &()).await;
    assert_eq!(answer.problem(405).code, ProblemCode::MethodNotAllowed);
}

#[tokio::test]
async fn the_summary_counts_what_is_shown() {
    let shop = TestShop::start().await;
    let page = laptop(&shop).await;
    let summary = page.review_summary;
    let count: u64 = summary.histogram.iter().sum();
    assert_eq!(count, summary.rating.count);
    for stars in 1..=5u64 {
        let path = format!("/api/products/laptop/reviews?rating={stars}&limit=50");
        let list: List<Review> = shop.get(&path).await.json();
        assert_eq!(list.items.len() as u64, summary.histogram[stars as usize - 1]);
        assert!(list.items.iter().all(|review| u64::from(review.rating) == stars));
    }
    let photos: List<Review> =
        shop.get("/api/products/laptop/reviews?with_photos=true&limit=50").await.json();
    assert_eq!(photos.items.len() as u64, summary.with_photos);
    assert!(photos.items.iter().all(|review| !review.photos.is_empty()));
}

#[tokio::test]
async fn reviews_are_walked_in_order() {
    let shop = TestShop::start().await;
    let count = laptop(&shop).await.review_summary.rating.count as usize;
    for sort in ["helpful", "newest", "rating_high", "rating_low"] {
        let base = format!("/api/products/laptop/reviews?sort={sort}&limit=2");
        let mut reviews: Vec<Review> = Vec::new();
        let mut page: List<Review> = shop.get(&base).await.json();
        loop {
            reviews.append(&mut page.items);
            let Some(next) = page.meta.next else { break };
            page = shop.get(&format!("{base}&cursor={next}")).await.json();
        }
        assert_eq!(reviews.len(), count, "{sort}");
        assert!(match sort {
            "helpful" => reviews.is_sorted_by(|a, b| a.helpful >= b.helpful),
            "newest" => reviews.is_sorted_by(|a, b| a.written_at >= b.written_at),
            "rating_high" => reviews.is_sorted_by(|a, b| a.rating >= b.rating),
            _ => reviews.is_sorted_by(|a, b| a.rating <= b.rating),
        });
    }
}

#[tokio::test]
async fn bad_queries_are_explained() {
    let shop = TestShop::start().await;
    for (query, field) in [
        ("rating=6", "rating"),
        ("rating=good", "rating"),
        ("with_photos=2", "with_photos"),
        ("sort=funny", "sort"),
        ("cursor=x", "cursor"),
        ("limit=51", "limit"),
    ] {
        let answer = shop.get(&format!("/api/products/laptop/reviews?{query}")).await;
        assert_eq!(answer.wrong_fields(), [field], "{query}");
    }
}

#[tokio::test]
async fn a_new_review_is_counted() {
    let shop = TestShop::start().await;
    let before = laptop(&shop).await;
    let dimensions = Dimensions { quality: 1, value: 2, appearance: 3, logistics: 4, service: 5 };
    let review = Counted { rating: 1, dimensions, with_photos: true };
    let id = before.product.id.as_str();
    totals::add(&shop.state.db.write, id, review).await.unwrap();
    vitrine_backend::catalog::bump_version(&shop.state);

    let after = laptop(&shop).await;
    assert_eq!(after.product.rating.count, before.product.rating.count + 1);
    assert!(after.product.rating.average_hundredths < before.product.rating.average_hundredths);
    let (was, is) = (before.review_summary, after.review_summary);
    assert_eq!(is.histogram[0], was.histogram[0] + 1);
    assert_eq!(is.with_photos, was.with_photos + 1);
    assert!(is.dimensions_hundredths.quality < was.dimensions_hundredths.quality);
}

#[tokio::test]
async fn arrival_moves_with_the_clock() {
    let shop = TestShop::start().await;
    let today = laptop(&shop).await.product.delivery;
    shop.clock.advance(vitrine_backend::clock::DAY);
    assert!(laptop(&shop).await.product.delivery.from > today.from);
    let _: Home = shop.get("/api/home").await.json();
}
