//! Who the shopper is: sign-in by one-time code, sessions, demo shoppers.

pub mod bought;
pub mod client;
pub mod codes;
pub mod cookie;
pub mod entity;
pub mod extract;
pub mod handlers;
pub mod migration;
pub mod request;
pub mod secret;
pub mod sender;
pub mod sign_in;
pub mod view;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::config::Config;
use crate::demo::inbox::Inbox;
use crate::state::AppState;

pub use extract::{MaybeShopper, Shopper};
pub use request::Unsafe;

/// What signing in needs besides the database.
pub struct Identity {
    /// Makes kept codes useless to whoever reads the database alone.
    pub secret: secret::Secret,
    /// How codes get to the shopper.
    pub sender: Arc<dyn sender::CodeSender>,
    /// Where demo mode keeps the codes.
    pub inbox: Option<Arc<Inbox>>,
}

impl Identity {
    /// Opens, or makes, the secret in the data folder.
    pub fn open(config: &Config) -> std::io::Result<Self> {
        let inbox = config.demo.then(|| Arc::new(Inbox::default()));
        let sender: Arc<dyn sender::CodeSender> = match &inbox {
            Some(inbox) => inbox.clone(),
            None => Arc::new(sender::LogSender),
        };
        Ok(Self { secret: secret::Secret::open(&config.data)?, sender, inbox })
    }
}

/// Routes below `/api`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/session", get(handlers::session).delete(handlers::sign_out))
        .route("/sign-in/codes", post(handlers::request_code))
        .route("/sign-in/sessions", post(handlers::sign_in))
}
