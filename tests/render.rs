//! Renders every public page to HTML against a seeded backend, in-process, so
//! that the seams for the server's first screen cannot rot: no browser access
//! while rendering, all data through queries, the language from the request.
// A test that cannot go on says so by panicking, in its helpers too.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use tower::ServiceExt;
use vitrine::api::{ApiError, Reply};
use vitrine::features::prefetch::first_read;
use vitrine::i18n::Locale;
use vitrine::server::{Backend, FirstScreen};
use vitrine::state::RequestLanguage;
use vitrine_backend::config::Config;

/// A backend with demo goods and drawn pictures, as the storefront sees it.
async fn backend(folder: &tempfile::TempDir) -> Backend {
    let config = Config::for_tests(folder.path().to_owned());
    let (router, _state) = vitrine_backend::build(config).await.expect("the shop opens");
    Arc::new(move |path: String| {
        let router = router.clone();
        Box::pin(async move {
            let request = Request::get(&path).body(Body::empty()).unwrap();
            let response = router.oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let body = response.into_body().collect().await.map_err(|_| ApiError::Network)?;
            let body = String::from_utf8(body.to_bytes().to_vec()).unwrap();
            Ok(Reply { status, body })
        })
    })
}

async fn render(backend: &Backend, path: &str, accept_language: &str) -> FirstScreen {
    let language = RequestLanguage { chosen: None, accept: accept_language.into() };
    vitrine::server::render(path, language, backend.clone()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_page_renders_with_its_data() {
    let folder = tempfile::tempdir().unwrap();
    let backend = backend(&folder).await;
    let pages = [
        ("/", "zh-CN", "电脑办公"),
        ("/", "zh-TW", "電腦辦公"),
        ("/", "en", "Computers"),
        ("/c/plants", "en", "Plants"),
        ("/c/plants?sort=price_asc&in_stock=true", "zh-CN", "花草绿植"),
        ("/search?q=laptop", "en", "/p/laptop"),
        ("/p/laptop", "en", "page-title"),
        ("/p/laptop", "zh-TW", "page-title"),
        ("/nowhere", "en", "There’s nothing here"),
        ("/c/nowhere", "en", "There’s nothing here"),
        ("/p/nowhere", "en", "There’s nothing here"),
        // Development builds have the gallery.
        ("/gallery", "en", "IconButton"),
        ("/gallery/fields", "zh-CN", "NumberStepper"),
        ("/gallery/choices", "en", "RadioCard"),
        ("/gallery/goods", "zh-TW", "product_tile"),
        ("/gallery/feedback", "en", "ToastRegion"),
        ("/gallery/structure", "en", "Timeline"),
        ("/gallery/failure", "en", "state--error"),
        ("/gallery/icons", "en", "ChevronDown"),
        ("/gallery/tokens", "en", "--cinnabar-deep"),
        // Personal pages show their frame; their data comes in the browser.
        ("/cart", "en", "top-bar"),
        ("/checkout", "en", "top-bar"),
        ("/orders", "en", "top-bar"),
        ("/me", "en", "top-bar"),
        ("/sign-in", "en", "top-bar"),
    ];
    for (path, language, expected) in pages {
        let html = render(&backend, path, language).await.html;
        assert!(html.contains(expected), "{path} in {language} lacks {expected:?}:\n{html}");
        assert!(!html.contains("style=\""), "{path} has an inline style, which the CSP refuses");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_says_what_it_is_about_and_whether_it_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let backend = backend(&folder).await;
    let product = render(&backend, "/p/laptop", "en").await;
    assert!(product.is_whole);
    assert!(product.head.title.ends_with("— Vitrine"), "{:?}", product.head);
    assert!(product.head.description.is_some_and(|text| text.len() > 20));
    let missing = render(&backend, "/p/nowhere", "en").await;
    assert!(!missing.is_whole);
    assert_eq!(missing.head.description, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_prefetched_is_what_the_page_reads() {
    let folder = tempfile::tempdir().unwrap();
    let backend = backend(&folder).await;
    for href in ["/", "/c/plants", "/search", "/p/laptop", "/p/laptop?v=any"] {
        let page = render(&backend, href, "en").await;
        let read = first_read(page.locale, href);
        let paths: Vec<_> = page.answers.into_iter().map(|(path, _)| path).collect();
        assert_eq!(paths, Vec::from_iter(read), "{href}");
    }
    for href in ["/cart", "/orders", "/search?q=laptop", "/c/plants?sort=price_asc", "/nowhere"] {
        assert_eq!(first_read(Locale::En, href), None, "{href}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backend_that_is_down_is_told_not_hidden() {
    let down: Backend = Arc::new(|_| Box::pin(async { Err(ApiError::Network) }));
    let page = render(&down, "/", "en").await;
    let html = page.html;
    assert!(!page.is_whole, "{html}");
    assert!(html.contains("Can’t reach the shop"), "{html}");
}
