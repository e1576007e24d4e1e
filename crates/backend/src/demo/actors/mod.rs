//! The demo world's actors: a warehouse, carriers and a payment provider. They
//! know of the shop what a real one would, and speak to it by its public,
//! signed webhooks, only faster than life. At speed 1 a parcel takes a minute.

mod entity;
mod handlers;
pub mod history;
mod journey;
pub mod migration;
mod places;
mod post;
mod scenario;
mod script;

use std::time::Duration;

use axum::Router;
use axum::routing;

use crate::state::AppState;

pub use journey::tick;

/// How often the actors look what there is to do.
const BEAT: Duration = Duration::from_millis(250);

/// Starts the actors; they end with `state.shutdown`.
pub fn spawn(state: &AppState) {
    let state = state.clone();
    let router = crate::app::router(state.clone());
    tokio::spawn(async move {
        loop {
            tokio::select! {
                () = state.shutdown.cancelled() => return,
                played = tick(&state, &router) => if let Err(error) = played {
                    tracing::error!(error = &error as &dyn std::error::Error, "the actors are stuck");
                },
            }
            tokio::select! {
                () = state.shutdown.cancelled() => return,
                () = tokio::time::sleep(BEAT) => {}
            }
        }
    });
}

/// Routes of the demo world, below `/api`.
pub fn router() -> Router<AppState> {
    Router::new().route("/demo/orders/{id}/scenario", routing::post(handlers::choose))
}
