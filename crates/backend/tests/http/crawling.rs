//! `robots.txt`, sitemaps, and names that are no product's any more.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use vitrine_backend::clock::millis;
use vitrine_backend::products::entity::product;
use vitrine_backend::products::retired;
use vitrine_backend::storefront::Origin;
use vitrine_contract::products::ProductPage;

use crate::common::TestShop;

const INDEX: &str = "<!doctype html><html lang=zh-Hans><head></head><div id=app></div></html>";
const SHOP: &str = "https://shop.example";

async fn shop() -> (TestShop, tempfile::TempDir) {
    TestShop::start_built(INDEX, |config| config.origin = Origin::parse(SHOP).ok()).await
}

/// The addresses that a sitemap names, with their times.
async fn entries(shop: &TestShop, path: &str) -> Vec<(String, String)> {
    let answer = shop.get(path).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/xml"));
    let text = answer.text();
    let inner = |item: &str, name: &str| {
        let (_, rest) = item.split_once(&format!("<{name}>")).unwrap();
        rest.split('<').next().unwrap().to_owned()
    };
    let items = text.split("<loc>").skip(1);
    items.map(|item| (item.split('<').next().unwrap().to_owned(), inner(item, "lastmod"))).collect()
}

fn path(url: &str) -> &str {
    url.strip_prefix(SHOP).unwrap()
}

async fn find(shop: &TestShop, slug: &str) -> product::Model {
    let found = product::Entity::find().filter(product::Column::Slug.eq(slug));
    found.one(&shop.state.db.read).await.unwrap().unwrap()
}

async fn rename(shop: &TestShop, from: &str, to: &str) {
    let id = find(shop, from).await.id;
    let (db, now) = (&shop.state.db.write, shop.state.now());
    product::Entity::update_many()
        .col_expr(product::Column::Slug, Expr::value(to))
        .filter(product::Column::Id.eq(&id))
        .exec(db)
        .await
        .unwrap();
    retired::note(db, from, Some(&id), now).await.unwrap();
    shop.state.catalog.bump();
}

#[tokio::test]
async fn robots_may_see_pictures_and_nothing_private() {
    let (shop, _dist) = shop().await;
    let answer = shop.get("/robots.txt").await;
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(
        answer.text(),
        "User-agent: *\nAllow: /media/\nDisallow: /cart\nDisallow: /checkout\nDisallow: /demo/\n\
         Disallow: /me\nDisallow: /orders\nDisallow: /sign-in\n\n\
         Sitemap: https://shop.example/sitemap.xml\n"
    );
}

#[tokio::test]
async fn the_sitemap_leads_to_every_page_that_is_there() {
    let (shop, _dist) = shop().await;
    let index = entries(&shop, "/sitemap.xml").await;
    let files: Vec<_> = index.iter().map(|(url, _)| path(url)).collect();
    assert_eq!(files, ["/sitemap-pages.xml", "/sitemap-products-1.xml"]);
    let mut pages = entries(&shop, files[0]).await;
    let goods = entries(&shop, files[1]).await;
    assert_eq!(path(&pages[0].0), "/");
    assert_eq!(goods.len(), 54, "as many as the demo has");
    pages.extend(goods);
    for (url, changed) in &pages {
        assert!(millis(changed).is_some(), "{changed}");
        assert_eq!(shop.get(path(url)).await.status.as_u16(), 200, "{url}");
    }
    assert_eq!(shop.get("/sitemap-products-2.xml").await.status.as_u16(), 404);
    assert_eq!(shop.get("/sitemap-goods.xml").await.status.as_u16(), 404);
    let packed = shop.get_with("/sitemap.xml", &[("accept-encoding", "br")]).await;
    assert_eq!(packed.header("content-encoding"), "br");
}

#[tokio::test]
async fn a_products_time_is_that_of_its_offer_or_its_newest_review() {
    use vitrine_backend::reviews::entity::review;
    let (shop, _dist) = shop().await;
    let laptop = find(&shop, "laptop").await;
    let set = async |column: review::Column, value: sea_orm::Value| {
        let reviews = review::Entity::update_many()
            .col_expr(column, Expr::value(value))
            .filter(review::Column::ProductId.eq(&laptop.id));
        reviews.exec(&shop.state.db.write).await.unwrap();
    };
    let later = millis("2031-02-03T04:05:06Z").unwrap();
    set(review::Column::WrittenAt, later.into()).await;
    let changed = |entries: Vec<(String, String)>| {
        let found = entries.into_iter().find(|(url, _)| path(url) == "/p/laptop");
        found.unwrap().1
    };
    assert_eq!(changed(entries(&shop, "/sitemap-products-1.xml").await), "2031-02-03T04:05:06Z");
    assert_eq!(entries(&shop, "/sitemap.xml").await[1].1, "2031-02-03T04:05:06Z");
    // What is not shown is no news.
    set(review::Column::Status, "rejected".into()).await;
    let own = changed(entries(&shop, "/sitemap-products-1.xml").await);
    assert_eq!(millis(&own), Some(laptop.published_at));
}

#[tokio::test]
async fn a_large_shop_is_split() {
    let (shop, _dist) = shop().await;
    let grow = "INSERT INTO products (id, slug, category_id, merchant_id, brand,
           default_variant_id, price, currency, price_varies, variant_count, in_stock, units_sold,
           rating_count, rating_sum, rating_score, published_at, ships_in_days, delivery_days_min,
           delivery_days_max)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
         SELECT 'x' || i, 'x' || i, category_id, merchant_id, brand, default_variant_id, price,
           currency, price_varies, variant_count, in_stock, units_sold, rating_count, rating_sum,
           rating_score, published_at, ships_in_days, delivery_days_min, delivery_days_max
         FROM n CROSS JOIN products WHERE slug = 'laptop'";
    shop.state.db.write.execute_unprepared(grow).await.unwrap();
    let index = entries(&shop, "/sitemap.xml").await;
    assert_eq!(index.len(), 3);
    let first = entries(&shop, path(&index[1].0)).await;
    let second = entries(&shop, path(&index[2].0)).await;
    assert_eq!((first.len(), second.len()), (10_000, 54));
    let all: std::collections::HashSet<_> =
        first.iter().chain(&second).map(|(url, _)| url).collect();
    assert_eq!(all.len(), 10_054, "each is named once");
}

#[tokio::test]
async fn a_former_name_leads_to_the_present_one() {
    let (shop, _dist) = shop().await;
    rename(&shop, "laptop", "notebook").await;
    rename(&shop, "notebook", "portable").await;
    for former in ["laptop", "notebook"] {
        let answer = shop.get(&format!("/p/{former}?lang=en&v=1")).await;
        assert_eq!(answer.status.as_u16(), 301);
        assert_eq!(answer.header("location"), "/p/portable?lang=en&v=1");
        // An old link within the open app, from an order for example.
        let answer = shop.get(&format!("/api/products/{former}?lang=en")).await;
        assert_eq!(answer.status.as_u16(), 308);
        let page: ProductPage = shop.get(answer.header("location")).await.json();
        assert_eq!(page.product.slug, "portable");
    }
    assert_eq!(shop.get("/p/portable").await.status.as_u16(), 200);
    // A name that is in use again is its product's own.
    rename(&shop, "portable", "laptop").await;
    assert_eq!(shop.get("/p/laptop").await.status.as_u16(), 200);
    assert_eq!(shop.get("/p/notebook").await.header("location"), "/p/laptop");
}

#[tokio::test]
async fn what_is_gone_for_good_says_so() {
    let (shop, _dist) = shop().await;
    rename(&shop, "laptop", "notebook").await;
    let (db, now) = (&shop.state.db.write, shop.state.now());
    let id = find(&shop, "notebook").await.id;
    retired::note(db, "notebook", None, now).await.unwrap();
    product::Entity::delete_by_id(&id).exec(db).await.unwrap();
    shop.state.catalog.bump();
    for name in ["laptop", "notebook"] {
        let answer = shop.get_with(&format!("/p/{name}?lang=en"), &[]).await;
        assert_eq!(answer.status.as_u16(), 410, "{name}");
        assert!(answer.text().contains("There’s nothing here"), "{name}");
        shop.get(&format!("/api/products/{name}")).await.problem(404);
    }
    assert_eq!(shop.get("/p/unicorn").await.status.as_u16(), 404);
}
