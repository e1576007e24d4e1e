//! `GET /api/home`, `GET /api/products`.

use std::collections::HashSet;

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use vitrine_backend::catalog;
use vitrine_backend::products::entity::{product, variant};
use vitrine_contract::ProblemCode;
use vitrine_contract::catalog::{Home, ProductList, ProductTile};
use vitrine_contract::problem::FieldCode;

use crate::common::{Client, TestShop};

async fn list(shop: &Client, query: &str) -> ProductList {
    shop.get(&format!("/api/products?lang=en&{query}")).await.json()
}

/// Every page, in pages of `limit`.
async fn all(shop: &Client, query: &str, limit: u32) -> Vec<ProductTile> {
    let mut tiles = Vec::new();
    let mut page = list(shop, &format!("{query}&limit={limit}")).await;
    loop {
        tiles.append(&mut page.list.items);
        let Some(next) = page.list.meta.next else { return tiles };
        assert!(tiles.len() < 1_000, "the list does not end");
        page = list(shop, &format!("{query}&limit={limit}&cursor={next}")).await;
    }
}

#[tokio::test]
async fn home_shows_every_category_with_goods() {
    let shop = TestShop::start().await;
    let home: Home = shop.get("/api/home?lang=en").await.json();
    assert_eq!(home.categories.len(), 6);
    assert_eq!(home.categories[0].name, "Computers");
    assert_eq!(home.shelves.len(), 6);
    for shelf in &home.shelves {
        assert!((1..=5).contains(&shelf.products.len()), "{}", shelf.category);
        for tile in &shelf.products {
            assert!(tile.in_stock && !tile.title.is_empty());
            assert!(tile.picture.template.starts_with("/media/"));
            assert!(tile.price.amount() > 0);
        }
    }
    let total: u64 = home.categories.iter().map(|c| c.product_count).sum();
    assert_eq!(list(&shop, "").await.list.meta.total, Some(total));
}

#[tokio::test]
async fn words_come_in_the_language_asked_for() {
    let shop = TestShop::start().await;
    let title = async |query: &str| {
        shop.get(&format!("/api/home{query}")).await.json::<Home>().categories[0].name.clone()
    };
    assert_eq!(title("?lang=zh-Hans").await, "电脑办公");
    assert_eq!(title("?lang=zh-Hant").await, "電腦辦公");
    assert_eq!(title("?lang=zh-TW").await, "電腦辦公");
    let request = axum::http::Request::get("/api/home")
        .header("accept-language", "zh-CN,zh;q=0.9,en;q=0.8")
        .body(axum::body::Body::empty())
        .unwrap();
    let answer = shop.send(request).await;
    assert_eq!(answer.header("content-language"), "zh-Hans");
    assert_eq!(shop.get("/api/home?lang=fr").await.wrong_fields(), ["lang"]);
}

#[tokio::test]
async fn every_sort_walks_the_whole_list_once_in_order() {
    let shop = TestShop::start().await;
    let total = list(&shop, "").await.list.meta.total.unwrap() as usize;
    for sort in ["relevance", "sales", "price_asc", "price_desc", "rating", "newest"] {
        let tiles = all(&shop, &format!("sort={sort}"), 7).await;
        let ids: HashSet<_> = tiles.iter().map(|t| t.id.clone()).collect();
        assert_eq!((ids.len(), tiles.len()), (total, total), "{sort}");
        let falling = |key: fn(&ProductTile) -> i64| tiles.is_sorted_by_key(|t| -key(t));
        match sort {
            "sales" | "relevance" => assert!(falling(|t| t.units_sold as i64)),
            "price_asc" => assert!(tiles.is_sorted_by_key(|t| t.price.amount())),
            "price_desc" => assert!(falling(|t| t.price.amount())),
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_walk_is_stable_when_goods_are_put_in_meanwhile() {
    let shop = TestShop::start().await;
    let first = list(&shop, "sort=newest&limit=10").await;
    let expected = all(&shop, "sort=newest", 10).await;

    let row = product::Entity::find().one(&shop.state.db.read).await.unwrap().unwrap();
    let mut copy: product::ActiveModel = row.into();
    copy.id = Set("zzz-new".into());
    copy.slug = Set("zzz-new".into());
    copy.published_at = Set(shop.state.now());
    copy.insert(&shop.state.db.write).await.unwrap();
    catalog::bump_version(&shop.state);

    let next = first.list.meta.next.unwrap();
    let second = list(&shop, &format!("sort=newest&limit=10&cursor={next}")).await;
    assert_eq!(second.list.items, expected[10..20]);
}

#[tokio::test]
async fn filters_hold() {
    let shop = TestShop::start().await;
    let shoes = list(&shop, "category=shoes").await;
    let category = shoes.category.unwrap();
    assert_eq!((category.slug.as_str(), category.name.as_str()), ("shoes", "Shoes"));
    assert_eq!(shoes.list.meta.total, Some(category.product_count));
    let range = shoes.price_range.unwrap();
    let prices: Vec<_> = shoes.list.items.iter().map(|t| t.price.amount()).collect();
    assert_eq!(prices.iter().min(), Some(&range.min.amount()));
    assert_eq!(prices.iter().max(), Some(&range.max.amount()));

    let middle = (range.min.amount() + range.max.amount()) / 2;
    let cheap = list(&shop, &format!("category=shoes&price_max={middle}")).await;
    assert_eq!(cheap.price_range, Some(range), "the range is that before the price filter");
    let expected = prices.iter().filter(|p| **p <= middle).count();
    assert_eq!(cheap.list.meta.total, Some(expected as u64));
    assert!(cheap.list.items.iter().all(|t| t.price.amount() <= middle));

    let nothing = list(&shop, "category=shoes&price_min=99999999").await;
    assert_eq!((nothing.list.items.len(), nothing.list.meta.total), (0, Some(0)));
    assert!(all(&shop, "in_stock=true", 60).await.iter().all(|t| t.in_stock));
}

#[tokio::test]
async fn bad_queries_are_explained() {
    let shop = TestShop::start().await;
    for (query, field) in [
        ("sort=cheapest", "sort"),
        ("price_min=ten", "price_min"),
        ("price_max=-5", "price_max"),
        ("price_min=9&price_max=5", "price_max"),
        ("in_stock=maybe", "in_stock"),
        ("cursor=abc", "cursor"),
        ("limit=0", "limit"),
        ("limit=61", "limit"),
        ("limit=99999999999999999999", "limit"),
        ("lang=xx", "lang"),
        ("sort=sales&sort=rating", "sort"),
    ] {
        let answer = shop.get(&format!("/api/products?{query}")).await;
        assert_eq!(answer.wrong_fields(), [field], "{query}");
    }
    let long = "x".repeat(81);
    let problem = shop.get(&format!("/api/products?q={long}")).await.problem(422);
    assert_eq!(problem.fields[0].code, FieldCode::TooLong);
    let unknown = shop.get("/api/products?category=yachts").await.problem(404);
    assert_eq!(unknown.code, ProblemCode::NotFound);
}

#[tokio::test]
async fn hostile_queries_do_no_harm() {
    let shop = TestShop::start().await;
    for query in [
        "q=%27%3B+DROP+TABLE+products%3B--",
        "q=%00",
        "category=%00",
        "q=%F0%9F%98%80",
        "q=%ff%fe",
        "category=..%2F..%2Fetc",
        "q=%25%5F",
        "unknown=1",
    ] {
        let status = shop.get(&format!("/api/products?{query}")).await.status.as_u16();
        assert!(matches!(status, 200 | 400 | 404 | 422), "{query}: {status}");
    }
    assert!(list(&shop, "").await.list.meta.total.unwrap() > 0);
}

#[tokio::test]
async fn few_and_sold_out_are_told() {
    let shop = TestShop::start().await;
    let tile = list(&shop, "in_stock=true&limit=1").await.list.items.remove(0);
    let set_stock = async |id: &str, stock: i32| {
        variant::Entity::update_many()
            .col_expr(variant::Column::Stock, Expr::value(stock))
            .filter(variant::Column::Id.eq(id))
            .exec(&shop.state.db.write)
            .await
            .unwrap();
    };
    set_stock(tile.default_variant.as_str(), 3).await;
    catalog::bump_version(&shop.state);
    let again = list(&shop, "in_stock=true&limit=1").await.list.items.remove(0);
    assert_eq!(again.few_left, Some(3));

    // All variants are gone: the product leaves the list of goods in stock.
    let variants = variant::Entity::find().filter(variant::Column::ProductId.eq(tile.id.as_str()));
    for row in variants.all(&shop.state.db.read).await.unwrap() {
        set_stock(&row.id, 0).await;
    }
    let ids = [tile.id.0.clone()];
    vitrine_backend::products::stock::refresh(&shop.state.db.write, &ids).await.unwrap();
    catalog::bump_version(&shop.state);
    let left = all(&shop, "in_stock=true", 60).await;
    assert!(left.iter().all(|other| other.id != tile.id));
    let every = all(&shop, "", 60).await;
    let sold_out = every.iter().find(|other| other.id == tile.id).unwrap();
    assert!(!sold_out.in_stock && sold_out.few_left.is_none());
}

#[tokio::test]
async fn answers_are_cached_until_something_changes() {
    let shop = TestShop::start().await;
    let first = shop.get("/api/products?lang=en&limit=3").await;
    assert_eq!(first.header("cache-control"), "public, max-age=0, stale-while-revalidate=60");
    let etag = first.header("etag").to_owned();
    let conditional = |encoding: &str| {
        axum::http::Request::get("/api/products?lang=en&limit=3")
            .header("if-none-match", &etag)
            .header("accept-encoding", encoding)
            .body(axum::body::Body::empty())
            .unwrap()
    };
    let unchanged = shop.send(conditional("br")).await;
    assert_eq!((unchanged.status.as_u16(), unchanged.body.len()), (304, 0));
    assert_eq!(unchanged.header("etag"), etag);

    product::Entity::update_many()
        .col_expr(product::Column::UnitsSold, Expr::value(1_000_000_i64))
        .exec(&shop.state.db.write)
        .await
        .unwrap();
    catalog::bump_version(&shop.state);
    assert_eq!(shop.send(conditional("br")).await.status.as_u16(), 200);
}

#[tokio::test]
async fn answers_are_compressed_as_asked() {
    let shop = TestShop::start().await;
    let plain = shop.get("/api/home?lang=en").await;
    for (accept, name) in [("gzip, br", "br"), ("gzip", "gzip"), ("identity", "")] {
        let request = axum::http::Request::get("/api/home?lang=en")
            .header("accept-encoding", accept)
            .body(axum::body::Body::empty())
            .unwrap();
        let answer = shop.send(request).await;
        assert_eq!(answer.header("content-encoding"), name);
        assert_eq!(answer.header("etag"), plain.header("etag"));
        assert_eq!(name.is_empty(), answer.body == plain.body);
        assert!(name.is_empty() || answer.body.len() * 3 < plain.body.len());
    }
}
