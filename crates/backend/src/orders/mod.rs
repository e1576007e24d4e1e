//! Orders: placing, reading, undoing. A purchase is exactly once, and never
//! has money without an order, nor an order without goods; see [`place`].

pub mod access;
mod buyer;
mod cancel;
mod check;
pub mod duties;
pub mod entity;
pub mod facts;
mod guest;
mod handlers;
mod list;
pub mod migration;
mod number;
mod offers;
pub mod place;
mod reserve;
mod reviewable;
mod rows;
mod settle;
pub mod status;
mod stock;
pub mod view;
pub mod words;

use axum::Router;
use axum::routing::{get, post};

use crate::state::AppState;

pub use cancel::call_off;
pub use check::{Destination, Wish, check};
pub use duties::spawn;
pub use reserve::reserve as reserve_goods;
pub use reviewable::{Reviewable, reviewable};
pub use stock::give_back;

/// This noun's routes, below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/orders", get(handlers::list).post(handlers::place))
        .route("/orders/{id}", get(handlers::order))
        .route("/orders/{id}/cancellation", post(handlers::undo))
}
