//! What lets browsers keep the shop for times without a network: the worker, its off
//! switch, and answers that say whether they may be kept.

use crate::common::TestShop;

const NAMED: &str = "<meta name=service-worker content=/sw.js>";
const INDEX: &str = "<!doctype html><html lang=zh-Hans><head>\
    <meta name=service-worker content=/sw.js></head><body><div id=app></div></body></html>";
const WORKER: &str = "addEventListener('fetch', keep)";

async fn shop(has_worker: bool) -> (TestShop, tempfile::TempDir) {
    let (shop, dist) =
        TestShop::start_built(INDEX, |config| config.service_worker = has_worker).await;
    std::fs::write(dist.path().join("sw.js"), WORKER).unwrap();
    (shop, dist)
}

#[tokio::test]
async fn the_worker_is_asked_for_each_time_and_may_fetch_from_its_shop_only() {
    for (has_worker, part) in [(true, WORKER), (false, "registration.unregister()")] {
        let (shop, _dist) = shop(has_worker).await;
        let answer = shop.get_with("/sw.js", &[]).await;
        assert_eq!(answer.status.as_u16(), 200);
        assert!(answer.text().contains(part), "{}", answer.text());
        assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "no-cache");
        let policy = answer.header("content-security-policy");
        assert_eq!(policy, "default-src 'none'; connect-src 'self'");
        let again = shop.get_with("/sw.js", &[("if-none-match", answer.header("etag"))]).await;
        assert_eq!(again.status.as_u16(), 304);
    }
}

#[tokio::test]
async fn switched_off_no_page_names_it() {
    for (has_worker, path) in
        [(true, "/"), (true, "/cart"), (false, "/"), (false, "/cart"), (false, "/index.html")]
    {
        let (shop, _dist) = shop(has_worker).await;
        let html = shop.get_with(path, &[]).await.text();
        assert_eq!(html.contains(NAMED), has_worker, "{path}: {html}");
        assert!(html.contains("<div id=app>"), "{path}: {html}");
    }
}

#[tokio::test]
async fn the_shell_has_an_address_of_its_own() {
    let (shop, _dist) = shop(true).await;
    let shell = shop.get_with("/index.html", &[]).await;
    assert_eq!((shell.status.as_u16(), shell.text().as_str()), (200, INDEX));
    assert_eq!(shell.header("cache-control"), "no-cache");
    let policy = shell.header("content-security-policy");
    // Which holds for workers, manifests and requests, too.
    assert!(policy.starts_with("default-src 'self'; script-src 'self'"), "{policy}");
}

/// The worker keeps what is called public.
#[tokio::test]
async fn only_what_is_the_same_for_everybody_is_called_public() {
    let (shop, _dist) = shop(true).await;
    shop.post("/api/sign-in/demo", &serde_json::json!({})).await.json::<serde_json::Value>();
    let public = [
        "/",
        "/c/plants",
        "/search?q=tea",
        "/p/laptop",
        "/api/home?lang=en",
        "/api/products?lang=en",
        "/api/products/laptop?lang=en",
        "/api/products/laptop/reviews?lang=en",
    ];
    for path in public {
        let answer = shop.get(path).await;
        assert_eq!(answer.status.as_u16(), 200, "{path}");
        assert!(answer.header("cache-control").starts_with("public"), "{path}");
        assert_eq!(answer.header("set-cookie"), "", "{path}");
    }
    let personal = [
        "/cart",
        "/checkout",
        "/orders",
        "/orders/1?key=secret",
        "/me",
        "/api/session",
        "/api/cart?lang=en&lines=",
        "/api/orders?lang=en",
        "/api/addresses",
        "/api/payment-methods",
        "/api/products/unicorn?lang=en",
    ];
    for path in personal {
        let answer = shop.get(path).await;
        let told = answer.header("cache-control");
        assert!(["no-cache", "no-store", "private, no-store"].contains(&told), "{path}: {told}");
    }
}
