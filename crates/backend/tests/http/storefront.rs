//! The built storefront.

use crate::common::TestShop;

const INDEX: &str = "<!doctype html><script>early()</script><style>a{}</style><div id=app></div>";

async fn shop() -> (TestShop, tempfile::TempDir) {
    let (shop, dist) = TestShop::start_built(INDEX, |_| {}).await;
    let write =
        |name: &str, content: &str| std::fs::write(dist.path().join(name), content).unwrap();
    write("app-1f0c9a7be2d44f01.js", "app()");
    write("app-1f0c9a7be2d44f01.js.br", "brotli");
    write("app-1f0c9a7be2d44f01.js.gz", "gzip");
    write("favicon.svg", "<svg/>");
    write(".secret", "hidden");
    (shop, dist)
}

#[tokio::test]
async fn pages_have_true_statuses() {
    let (shop, _dist) = shop().await;
    for (path, status) in [
        ("/", 200),
        ("/search?q=x", 200),
        ("/c/shoes", 200),
        ("/p/laptop", 200),
        ("/orders/1/review/2", 200),
        ("/c/yachts", 404),
        ("/p/unicorn", 404),
        ("/p/%00", 404),
        ("/nothing", 404),
        ("/p/laptop/more", 404),
    ] {
        let answer = shop.get_with(path, &[]).await;
        assert_eq!((answer.status.as_u16(), answer.text().as_str()), (status, INDEX), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
    let answer = shop.post("/", &()).await;
    answer.problem(405);
}

#[tokio::test]
async fn the_policy_allows_exactly_the_inline_parts() {
    let (shop, dist) = shop().await;
    let policy = shop.get_with("/", &[]).await.header("content-security-policy").to_owned();
    // printf 'early()' | openssl dgst -sha256 -binary | base64
    assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-"), "{policy}");
    assert!(policy.contains("style-src 'self' 'sha256-"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"));
    // Built anew while the backend runs.
    let file = dist.path().join("index.html");
    std::fs::write(&file, "<script>late()</script>").unwrap();
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(5);
    std::fs::File::options().write(true).open(&file).unwrap().set_modified(later).unwrap();
    let answer = shop.get_with("/", &[]).await;
    assert_eq!(answer.text(), "<script>late()</script>");
    assert_ne!(answer.header("content-security-policy"), policy);
}

#[tokio::test]
async fn a_guests_link_is_told_to_nobody() {
    let (shop, _dist) = shop().await;
    let answer = shop.get_with("/orders/1?key=secret", &[]).await;
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    let answer = shop.get_with("/", &[]).await;
    assert_eq!(answer.header("referrer-policy"), "strict-origin-when-cross-origin");
}

#[tokio::test]
async fn files_are_served_compressed_and_for_ever() {
    let (shop, _dist) = shop().await;
    let path = "/app-1f0c9a7be2d44f01.js";
    for (accept, name, body) in
        [("gzip, br", "br", "brotli"), ("gzip", "gzip", "gzip"), ("", "", "app()")]
    {
        let answer = shop.get_with(path, &[("accept-encoding", accept)]).await;
        assert_eq!((answer.header("content-encoding"), answer.text().as_str()), (name, body));
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8");
    }
    let icon = shop.get_with("/favicon.svg", &[]).await;
    assert_eq!(icon.header("cache-control"), "no-cache");
    let again = shop.get_with("/favicon.svg", &[("if-none-match", icon.header("etag"))]).await;
    assert_eq!(again.status.as_u16(), 304);
}

#[tokio::test]
async fn missing_files_are_missing() {
    let (shop, _dist) = shop().await;
    for path in [
        "/app-0000000000000000.js",
        "/pkg/x",
        "/.secret",
        "/..%2f.secret",
        "/%2e%2e/x.js",
        "/app-1f0c9a7be2d44f01.js.br",
        "/a/../favicon.svg",
    ] {
        let answer = shop.get_with(path, &[]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.text().as_str()),
            (404, "no such file"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn without_a_storefront_the_shop_says_how_to_build_it() {
    let shop = TestShop::start().await;
    let answer = shop.get_with("/", &[]).await;
    assert_eq!(answer.status.as_u16(), 503);
    assert!(answer.text().contains("cargo xtask serve"));
}
