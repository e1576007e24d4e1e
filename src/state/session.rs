use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use vitrine_contract::identity::{Session, Shopper};
use vitrine_contract::shop::Shop;

use crate::api::{self, ApiError};
use crate::reactive::effect;

/// What is known about the session.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionStatus {
    /// Not asked yet, or no answer yet.
    Loading,
    /// The server's answer.
    Ready(Arc<Session>),
    /// No answer; reading goes on, buying waits.
    Failed(ApiError),
}

/// Who is signed in and what the shop's rules are. It is personal, so it is
/// fetched in the browser only, after the page's own data.
#[derive(Clone, Copy)]
pub struct SessionState {
    status: RwSignal<SessionStatus>,
}

impl SessionState {
    /// Makes the session known to everything below and asks for it once the
    /// page is alive.
    pub fn provide() -> Self {
        let session = Self { status: RwSignal::new(SessionStatus::Loading) };
        provide_context(session);
        // A task of its own: between the app's start and this a tap gets its turn.
        effect(move || set_timeout(move || session.reload(), Duration::ZERO));
        session
    }

    /// The session of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// What is known, tracked.
    pub fn status(&self) -> SessionStatus {
        self.status.get()
    }

    /// The signed-in shopper, tracked; `None` while loading, too.
    pub fn shopper(&self) -> Option<Shopper> {
        self.status.with(|s| match s {
            SessionStatus::Ready(session) => session.shopper.clone(),
            _ => None,
        })
    }

    /// Whether the server has said that nobody is signed in, tracked.
    pub fn is_anonymous(&self) -> bool {
        self.status.with(|s| matches!(s, SessionStatus::Ready(x) if x.shopper.is_none()))
    }

    /// The shop's rules, tracked, once known.
    pub fn shop(&self) -> Option<Shop> {
        self.status.with(|s| match s {
            SessionStatus::Ready(session) => Some(session.shop.clone()),
            _ => None,
        })
    }

    /// Takes over an answer that brought a session along, as signing in does.
    pub fn set(&self, session: Session) {
        self.status.set(SessionStatus::Ready(Arc::new(session)));
    }

    /// Asks the server again. What is known stays until the answer is here.
    pub fn reload(&self) {
        let status = self.status;
        leptos::task::spawn_local(async move {
            let next = match api::read(api::identity::session()).await {
                Ok(session) => SessionStatus::Ready(Arc::new(session)),
                // A known session outlives a lost connection.
                Err(_) if status.with_untracked(|s| matches!(s, SessionStatus::Ready(_))) => return,
                Err(error) => SessionStatus::Failed(error),
            };
            status.set(next);
        });
    }
}
