//! Vitrine's backend: the REST API of `vitrine-contract`, media, the built
//! storefront, and a demo world that can be switched off.
//!
//! One noun a folder; each exports `router()`. [`build`] makes everything but
//! the listener, for tests and for rendering on the server; [`start`] runs it.
#![warn(missing_docs)]

pub mod app;
pub mod clock;
pub mod config;
pub mod db;
pub mod error;
pub mod extract;
pub mod housekeeping;
pub mod idempotency;
pub mod state;

pub mod addresses;
pub mod cart;
pub mod catalog;
pub mod demo;
pub mod identity;
pub mod media;
pub mod orders;
pub mod payments;
pub mod products;
pub mod reviews;
pub mod search;
pub mod storefront;
pub mod tracking;
pub mod webhooks;

use std::sync::Arc;

use axum::Router;

use crate::clock::{Clock, SystemClock};
use crate::config::Config;
use crate::state::AppState;

/// What can go wrong while starting.
pub type StartError = Box<dyn std::error::Error + Send + Sync>;

/// Opens the database, brings it up to date, and assembles the application.
/// Nothing runs in the background yet; see [`spawn_background`].
pub async fn build(config: Config) -> Result<(Router, AppState), StartError> {
    build_with(config, Arc::new(SystemClock)).await
}

/// [`build`] with a clock of one's own.
pub async fn build_with(
    config: Config,
    clock: Arc<dyn Clock>,
) -> Result<(Router, AppState), StartError> {
    let state = AppState::open(config, clock).await?;
    if state.config.demo {
        demo::import::import_once(&state).await?;
    }
    Ok((app::router(state.clone()), state))
}

/// Starts what works beside the requests; it ends with `state.shutdown`.
pub fn spawn_background(state: &AppState) {
    housekeeping::spawn(state);
    orders::spawn(state);
    if state.config.demo {
        demo::spawn(state);
    }
}

/// Serves until the process is asked to stop (Ctrl-C or SIGTERM), then lets
/// running requests end.
pub async fn start(config: Config) -> Result<(), StartError> {
    let listener = tokio::net::TcpListener::bind(config.listen).await?;
    if config.origin.is_none() && !config.demo {
        tracing::warn!("VITRINE_ORIGIN is not set: pages name the host that each request asks for");
    }
    let (router, state) = build(config).await?;
    spawn_background(&state);
    tracing::info!("the shop is open at http://{}", listener.local_addr()?);
    app::serve(listener, router, state).await?;
    Ok(())
}

/// Logs to standard error, filtered by `RUST_LOG`.
pub fn init_logging() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sea_orm_migration=warn,sqlx=warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
