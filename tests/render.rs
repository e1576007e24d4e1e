//! Renders every public page to HTML against a seeded backend, in-process, so
//! that the seams for the server's first screen cannot rot: no browser access
//! while rendering, all data through resources, the language from the request.
// A test that cannot go on says so by panicking, in its helpers too.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use futures::StreamExt;
use http_body_util::BodyExt;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos_router::location::RequestUrl;
use tower::ServiceExt;
use vitrine::App;
use vitrine::api::{ApiError, Call, InProcess, Reply};
use vitrine::state::RequestLanguage;
use vitrine_backend::config::Config;

/// A backend with demo goods and drawn pictures, as the storefront sees it.
async fn backend(folder: &tempfile::TempDir) -> InProcess {
    let config = Config::for_tests(folder.path().to_owned());
    let (router, _state) = vitrine_backend::build(config).await.expect("the shop opens");
    InProcess(Arc::new(move |call: Call| {
        let router = router.clone();
        Box::pin(async move {
            let request = Request::get(&call.path).body(Body::empty()).unwrap();
            let response = router.oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let body = response.into_body().collect().await.map_err(|_| ApiError::Network)?;
            let body = String::from_utf8(body.to_bytes().to_vec()).unwrap();
            Ok(Reply { status, body })
        })
    }))
}

async fn render(backend: &InProcess, path: &str, accept_language: &str) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
    let backend = backend.clone();
    let (path, accept) = (path.to_owned(), accept_language.to_owned());
    let stream = owner.with(move || {
        provide_context(RequestUrl::new(&path));
        provide_context(RequestLanguage { chosen: None, accept });
        provide_context(backend);
        App().to_html_stream_in_order()
    });
    // Resources are read by tasks that belong to the owner.
    let html = owner.with(|| ScopedFuture::new_untracked(stream.collect::<String>())).await;
    owner.unset_with_forced_cleanup();
    html
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_page_renders_with_its_data() {
    _ = any_spawner::Executor::init_tokio();
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
        // Personal pages show their frame; their data comes in the browser.
        ("/cart", "en", "top-bar"),
        ("/checkout", "en", "top-bar"),
        ("/orders", "en", "top-bar"),
        ("/me", "en", "top-bar"),
        ("/sign-in", "en", "top-bar"),
    ];
    for (path, language, expected) in pages {
        let html = render(&backend, path, language).await;
        assert!(html.contains(expected), "{path} in {language} lacks {expected:?}:\n{html}");
        assert!(!html.contains("style=\""), "{path} has an inline style, which the CSP refuses");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backend_that_is_down_is_told_not_hidden() {
    _ = any_spawner::Executor::init_tokio();
    let down = InProcess(Arc::new(|_| Box::pin(async { Err(ApiError::Network) })));
    let html = render(&down, "/", "en").await;
    assert!(html.contains("Can’t reach the shop"), "{html}");
}
