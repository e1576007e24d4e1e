//! What pages tell search engines and those who share them.

use axum::body::Body;
use axum::http::Request;
use serde_json::Value;
use vitrine_backend::storefront::Origin;
use vitrine_contract::products::ProductPage;

use crate::common::{Answer, TestShop};

const INDEX: &str = "<!doctype html><html lang=zh-Hans><head><title>old</title></head>\
    <body><div id=app></div></body></html>";
const SHOP: &str = "https://shop.example";

/// A shop whose public address is set.
async fn shop() -> (TestShop, tempfile::TempDir) {
    shop_at(Some(SHOP)).await
}

async fn shop_at(origin: Option<&str>) -> (TestShop, tempfile::TempDir) {
    let origin = origin.map(|origin| Origin::parse(origin).unwrap());
    TestShop::start_built(INDEX, |config| config.origin = origin).await
}

/// The value of an attribute of the first tag that holds `mark`.
fn attribute(html: &str, mark: &str, name: &str) -> Option<String> {
    let tag = html.split('<').find(|tag| tag.contains(mark))?;
    let (_, value) = tag.split_once(&format!("{name}=\""))?;
    Some(value.split('"').next()?.replace("&amp;", "&"))
}

fn canonical(answer: &Answer) -> Option<String> {
    attribute(&answer.text(), "rel=\"canonical\"", "href")
}

/// What the page's data block describes, by type.
fn described(html: &str, kind: &str) -> Option<Value> {
    let (_, block) = html.split_once("<script type=application/ld+json>")?;
    let data: Value = serde_json::from_str(block.split_once("</script>")?.0).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().unwrap().iter().find(|node| node["@type"] == kind).cloned()
}

#[tokio::test]
async fn a_page_names_its_own_address_and_its_languages() {
    let (shop, _dist) = shop().await;
    for (path, address) in [
        ("/", "/"),
        ("/?utm_source=letter", "/"),
        ("/c/plants?sort=price_asc&in_stock=true", "/c/plants"),
        ("/search?sort=newest", "/search"),
        ("/p/laptop?v=nonsense&rating=5", "/p/laptop"),
        ("/p/laptop/", "/p/laptop"),
        ("/p/laptop?lang=zh-Hant", "/p/laptop?lang=zh-Hant"),
    ] {
        let answer = shop.get_with(path, &[("accept-language", "zh-CN")]).await;
        assert_eq!(canonical(&answer), Some(format!("{SHOP}{address}")), "{path}");
        let plain = address.split('?').next().unwrap();
        let html = answer.text();
        for (lang, query) in [
            ("zh-Hans", "?lang=zh-Hans"),
            ("zh-Hant", "?lang=zh-Hant"),
            ("en", "?lang=en"),
            ("x-default", ""),
        ] {
            let other = attribute(&html, &format!("hreflang=\"{lang}\""), "href");
            assert_eq!(other, Some(format!("{SHOP}{plain}{query}")), "{path} in {lang}");
        }
        assert_eq!(attribute(&html, "og:url", "content"), canonical(&answer), "{path}");
        assert_eq!(answer.header("x-robots-tag"), "", "{path}");
    }
}

#[tokio::test]
async fn what_is_personal_found_or_missing_is_not_to_be_indexed() {
    let (shop, _dist) = shop().await;
    for path in ["/search?q=laptop", "/cart", "/orders/1?key=x", "/me", "/sign-in", "/api/home"] {
        let answer = shop.get_with(path, &[]).await;
        assert_eq!(answer.header("x-robots-tag"), "noindex", "{path}");
        assert_eq!(canonical(&answer), None, "{path}");
    }
    for path in ["/p/unicorn", "/c/yachts", "/nothing"] {
        let answer = shop.get_with(path, &[]).await;
        assert_eq!((answer.status.as_u16(), canonical(&answer)), (404, None), "{path}");
        assert_eq!(described(&answer.text(), "Product"), None, "{path}");
    }
}

#[tokio::test]
async fn another_host_is_told_to_nobody_else() {
    let (set, _dist) = shop().await;
    let brotli = [("accept-encoding", "br"), ("host", "evil.example")];
    let asked = set.get_with("/", &[("host", "evil.example")]).await;
    assert_eq!(canonical(&asked), Some(format!("{SHOP}/")));

    let (shop, _dist) = shop_at(None).await;
    let kept = shop.get_with("/", &brotli).await;
    let ours = shop.get_with("/", &[("accept-encoding", "br"), ("host", "shop.example")]).await;
    assert_ne!(kept.header("etag"), ours.header("etag"), "each host keeps a page of its own");
    let plain = async |host| canonical(&shop.get_with("/", &[("host", host)]).await);
    assert_eq!(plain("shop.example").await.as_deref(), Some("http://shop.example/"));
    for bad in ["evil.example/x", "a\"b", "u@evil.example", ""] {
        assert_eq!(plain(bad).await, None, "{bad}");
    }
    let forwarded = [("host", "shop.example"), ("x-forwarded-host", "evil.example")];
    let answer = shop.get_with("/", &forwarded).await;
    assert_eq!(canonical(&answer).as_deref(), Some("http://shop.example/"));
}

#[tokio::test]
async fn a_trusted_proxy_says_that_the_shop_is_served_by_https() {
    let headers = [("host", "shop.example"), ("x-forwarded-proto", "https")];
    for (trust, origin) in [(true, "https://shop.example/"), (false, "http://shop.example/")] {
        let dist = tempfile::tempdir().unwrap();
        std::fs::write(dist.path().join("index.html"), INDEX).unwrap();
        let folder = dist.path().to_owned();
        let shop = TestShop::start_with(|config| {
            config.storefront = folder;
            config.trust_proxy = trust;
        });
        let answer = shop.await.get_with("/", &headers).await;
        assert_eq!(canonical(&answer).as_deref(), Some(origin));
    }
}

#[tokio::test]
async fn a_product_is_described_as_the_page_shows_it() {
    let (shop, _dist) = shop().await;
    let page: ProductPage = shop.get("/api/products/laptop?lang=en").await.json();
    let variants = &page.product.variants;
    assert!(variants.len() > 1, "the laptop comes in variants");
    let dearest = variants.iter().max_by_key(|v| v.price.amount()).unwrap();
    let path = format!("/p/laptop?lang=en&v={}", dearest.id);
    let html = shop.get_with(&path, &[]).await.text();
    let product = described(&html, "Product").unwrap();
    assert_eq!(product["name"], page.product.title.as_str());
    assert_eq!(product["url"], format!("{SHOP}/p/laptop?lang=en"));
    assert_eq!(product["sku"], dearest.sku.as_str());

    // The variant that is shown, at the price that is shown.
    let offers = &product["offers"];
    let price = format!("{}.{:02}", dearest.price.amount() / 100, dearest.price.amount() % 100);
    let shown = &offers["offers"][0];
    assert_eq!((&shown["price"], &shown["priceCurrency"]), (&price.as_str().into(), &"CNY".into()));
    assert_eq!(offers["highPrice"], price.as_str());
    assert_eq!(offers["offerCount"], variants.len());
    let url = format!("{SHOP}/p/laptop?v={}&lang=en", dearest.id);
    assert_eq!(shown["url"], url.as_str());
    for (variant, told) in variants.iter().filter(|v| v.id != dearest.id).zip(1..) {
        let told = &offers["offers"][told];
        assert_eq!(told["sku"], variant.sku.as_str());
        let in_stock = told["availability"] == "https://schema.org/InStock";
        assert_eq!(in_stock, variant.stock > 0, "{}", variant.sku);
    }

    let rating = page.review_summary.rating;
    assert_eq!(product["aggregateRating"]["reviewCount"], rating.count);
    let average = f64::from(rating.average_hundredths) / 100.0;
    assert_eq!(product["aggregateRating"]["ratingValue"], format!("{average:.2}"));
    assert_eq!(product["review"][0]["reviewBody"], page.reviews.items[0].text.as_str());

    let trail = described(&html, "BreadcrumbList").unwrap();
    let steps: Vec<_> = trail["itemListElement"].as_array().unwrap().iter().collect();
    assert_eq!(steps.len(), 3);
    assert_eq!(steps[1]["name"], page.product.category.name.as_str());
    assert_eq!(steps[2]["item"], product["url"]);
}

#[tokio::test]
async fn words_of_the_shop_cannot_end_the_data_block() {
    use sea_orm::{EntityTrait, sea_query::Expr};
    use vitrine_backend::products::entity::product_text;
    let (shop, _dist) = shop().await;
    let nasty = "</script><script>alert(1)</script> <!-- \u{2028} \"&'";
    product_text::Entity::update_many()
        .col_expr(product_text::Column::Summary, Expr::value(nasty))
        .col_expr(product_text::Column::Title, Expr::value(nasty))
        .exec(&shop.state.db.write)
        .await
        .unwrap();
    shop.state.catalog.bump();
    let html = shop.get_with("/p/laptop?lang=en", &[]).await.text();
    assert!(!html.contains("<script>alert"), "{html}");
    let product = described(&html, "Product").unwrap();
    assert_eq!((&product["name"], &product["description"]), (&nasty.into(), &nasty.into()));
}

#[tokio::test]
async fn the_shop_says_how_it_is_searched() {
    let (shop, _dist) = shop().await;
    let html = shop.get_with("/", &[("accept-language", "en")]).await.text();
    let site = described(&html, "WebSite").unwrap();
    assert_eq!((&site["name"], &site["url"]), (&"Vitrine".into(), &format!("{SHOP}/").into()));
    let target = site["potentialAction"]["target"]["urlTemplate"].as_str().unwrap();
    let path = target.strip_prefix(SHOP).unwrap().replace("{search_term_string}", "laptop");
    assert!(shop.get_with(&path, &[]).await.text().contains("/p/laptop"));
}

#[tokio::test]
async fn a_request_without_a_host_is_answered_all_the_same() {
    let (shop, _dist) = shop_at(None).await;
    let answer = shop.send(Request::get("/p/laptop").body(Body::empty()).unwrap()).await;
    assert_eq!((answer.status.as_u16(), canonical(&answer)), (200, None));
    assert!(answer.text().contains("data-written"));
}
