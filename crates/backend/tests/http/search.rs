//! `GET /api/products?q=`.

use axum::http::Uri;
use vitrine_contract::catalog::{ProductList, ProductTile};

use crate::common::TestShop;

async fn search(shop: &TestShop, q: &str) -> Vec<ProductTile> {
    search_with(shop, q, "").await.list.items
}

async fn search_with(shop: &TestShop, q: &str, more: &str) -> ProductList {
    let q: String = form_urlencoded::byte_serialize(q.as_bytes()).collect();
    let path = format!("/api/products?lang=en&q={q}{more}");
    assert!(path.parse::<Uri>().is_ok());
    shop.get(&path).await.json()
}

fn slugs(tiles: &[ProductTile]) -> Vec<&str> {
    tiles.iter().map(|tile| tile.slug.as_str()).collect()
}

#[tokio::test]
async fn words_in_any_language_find_the_same() {
    let shop = TestShop::start().await;
    for q in ["laptop", "LAPTOP", "lapt", "laptops", "笔记本", "筆電", "ｌａｐｔｏｐ"] {
        let found = search(&shop, q).await;
        assert!(slugs(&found).contains(&"laptop"), "{q}: {:?}", slugs(&found));
    }
}

#[tokio::test]
async fn all_words_must_match_where_that_is_possible() {
    let shop = TestShop::start().await;
    let running = search(&shop, "running shoe").await;
    assert!(slugs(&running).contains(&"ultraboost-running-shoe"));
    let coral = search(&shop, "running shoe coral").await;
    assert!(coral.len() < running.len());
    assert_eq!(coral[0].slug, "ultraboost-running-shoe");
}

#[tokio::test]
async fn some_words_are_enough_where_nothing_has_all() {
    let shop = TestShop::start().await;
    let found = search(&shop, "coral running shoe qwertyuiop").await;
    assert_eq!(found[0].slug, "ultraboost-running-shoe");
}

#[tokio::test]
async fn nothing_is_an_empty_list() {
    let shop = TestShop::start().await;
    for q in ["qwertyuiop", "!!!", "·"] {
        let list = search_with(&shop, q, "").await;
        assert_eq!((list.list.items.len(), list.list.meta.total), (0, Some(0)), "{q}");
        assert_eq!((list.price_range, list.categories.len()), (None, 6));
    }
}

#[tokio::test]
async fn a_single_character_finds_all_with_it() {
    let shop = TestShop::start().await;
    let found = search(&shop, "鞋").await;
    assert!(found.len() >= 5, "{:?}", slugs(&found));
}

#[tokio::test]
async fn searches_are_filtered_sorted_and_walked() {
    let shop = TestShop::start().await;
    for sort in ["relevance", "price_asc", "newest"] {
        let whole = search_with(&shop, "鞋", &format!("&sort={sort}&limit=60")).await.list.items;
        let mut walked = Vec::new();
        let mut more = format!("&sort={sort}&limit=2");
        loop {
            let mut page = search_with(&shop, "鞋", &more).await;
            assert_eq!(page.list.meta.total, Some(whole.len() as u64));
            walked.append(&mut page.list.items);
            let Some(next) = page.list.meta.next else { break };
            more = format!("&sort={sort}&limit=2&cursor={next}");
        }
        assert_eq!(slugs(&walked), slugs(&whole), "{sort}");
        assert!(sort != "price_asc" || whole.is_sorted_by_key(|tile| tile.price.amount()));
    }
    let cameras = search_with(&shop, "camera", "&category=shoes").await;
    assert!(cameras.list.items.is_empty());
}
