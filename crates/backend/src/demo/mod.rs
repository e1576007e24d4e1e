//! The demo world: demo goods, and actors that play warehouse, carrier and
//! payment provider. Only there when `VITRINE_DEMO` is on.

pub mod actors;
pub mod forgetting;
pub mod import;
pub mod inbox;
pub mod migration;
pub mod shopper;

use axum::Router;

use crate::state::AppState;

/// Starts the demo world; it ends with `state.shutdown`.
pub fn spawn(state: &AppState) {
    import::spawn_photos(state);
    actors::spawn(state);
}

/// Routes below `/api`; mounted in demo mode only.
pub fn router() -> Router<AppState> {
    actors::router().merge(inbox::router()).merge(shopper::router())
}
