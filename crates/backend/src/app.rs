//! Puts the routers and the layers together.

mod guard;
pub mod headers;
mod health;

use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::serve::ListenerExt;
use axum::{Extension, Router, routing};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::trace::TraceLayer;
use vitrine_contract::ProblemCode;

use crate::StartError;
use crate::error::AppError;
use crate::state::AppState;
use crate::storefront::InProcessApi;

/// The most bytes of a request's body, unless a route says otherwise.
pub const BODY_LIMIT: usize = 1024 * 1024;
/// The most bytes of an uploaded picture; for `DefaultBodyLimit::max` of the route.
pub const UPLOAD_LIMIT: usize = 12 * 1024 * 1024;
/// How long a request may take until its answer begins.
const TIMEOUT: Duration = Duration::from_secs(60);
/// How long open requests may take to end when the process stops.
const GRACE: Duration = Duration::from_secs(10);

/// The whole application.
pub fn router(state: AppState) -> Router {
    let mut api = Router::new()
        .merge(crate::addresses::router())
        .merge(crate::cart::router())
        .merge(crate::catalog::router())
        .merge(crate::identity::router())
        .merge(crate::orders::router())
        .merge(crate::payments::router())
        .merge(crate::products::router())
        .merge(crate::reviews::router())
        .merge(crate::search::router())
        .merge(crate::tracking::router())
        .merge(crate::webhooks::router());
    if state.config.demo {
        api = api.merge(crate::demo::router());
    }
    let api = api
        .fallback(|| async { AppError::not_found("endpoint") })
        .method_not_allowed_fallback(method_not_allowed)
        .layer(middleware::from_fn(guard::no_nul))
        .layer(CompressionLayer::new())
        .layer(middleware::map_response(headers::api));
    let api = Router::new().nest("/api", api);
    // What a page shows comes from the same API, without the network.
    let own = InProcessApi::new(api.clone().with_state(state.clone()));
    api.merge(crate::media::router())
        .route("/healthz", routing::get(health::check))
        .fallback(crate::storefront::serve)
        .layer(Extension(own))
        .method_not_allowed_fallback(method_not_allowed)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn(guard::same_site))
        .layer(middleware::from_fn(time_limit))
        .layer(middleware::map_response(headers::everywhere))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .layer(middleware::from_fn(headers::request_id))
        .with_state(state)
}

/// Serves until Ctrl-C, SIGTERM, or `state.shutdown` is cancelled.
pub async fn serve(
    listener: tokio::net::TcpListener,
    router: Router,
    state: AppState,
) -> Result<(), StartError> {
    let shutdown = state.shutdown.clone();
    tokio::spawn(async move {
        asked_to_stop().await;
        shutdown.cancel();
    });
    // Small answers shall not wait for the client's delayed acknowledgements.
    let listener = listener.tap_io(|tcp| {
        let _ = tcp.set_nodelay(true);
    });
    let stop = state.shutdown.clone();
    // Limits count by the peer's address.
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(stop.cancelled_owned());
    let overdue = async {
        state.shutdown.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        served = serving => served?,
        () = overdue => tracing::warn!("some requests did not end in time"),
    }
    Ok(())
}

async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => _ = signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

async fn method_not_allowed() -> AppError {
    AppError::new(ProblemCode::MethodNotAllowed)
}

async fn time_limit(request: Request, next: Next) -> Response {
    tokio::time::timeout(TIMEOUT, next.run(request)).await.unwrap_or_else(|_| {
        AppError::new(ProblemCode::Unavailable)
            .detail("the request took too long")
            .retry_after(5)
            .into_response()
    })
}

fn panicked(panic: Box<dyn std::any::Any + Send + 'static>) -> Response {
    let words = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words");
    AppError::internal(format!("panicked: {words}")).into_response()
}

/// The path only: a query may hold a guest's key.
fn span(request: &Request) -> tracing::Span {
    let id = request.headers().get(headers::REQUEST_ID).and_then(|v| v.to_str().ok()).unwrap_or("");
    tracing::info_span!("request", method = %request.method(), path = request.uri().path(), id)
}
