//! The demo inbox: sign-in codes on a page, in place of a phone.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use vitrine_contract::contact::Contact;
use vitrine_contract::identity::DemoMessage;
use vitrine_contract::{List, Meta};

use crate::clock::timestamp;
use crate::error::{AppError, AppResult};
use crate::extract::Json;
use crate::identity::sender::{CodeSender, LogSender, SendError};
use crate::state::AppState;

/// How many messages are kept.
const KEPT: usize = 50;

/// The last codes sent, in memory only. They go to the log, too.
#[derive(Default)]
pub struct Inbox(Mutex<VecDeque<DemoMessage>>);

impl Inbox {
    /// The messages, the newest first.
    pub fn messages(&self) -> Vec<DemoMessage> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

#[async_trait]
impl CodeSender for Inbox {
    async fn send(&self, contact: &Contact, code: &str, at: i64) -> Result<(), SendError> {
        LogSender.send(contact, code, at).await?;
        let message = DemoMessage {
            contact: contact.as_str().to_owned(),
            code: code.to_owned(),
            sent_at: timestamp(at),
        };
        let mut messages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        messages.push_front(message);
        messages.truncate(KEPT);
        Ok(())
    }
}

/// `GET /demo/inbox`, below `/api`.
pub fn router() -> Router<AppState> {
    Router::new().route("/demo/inbox", get(inbox))
}

async fn inbox(State(state): State<AppState>) -> AppResult<Json<List<DemoMessage>>> {
    let inbox = state.identity.inbox.as_ref().ok_or_else(|| AppError::not_found("inbox"))?;
    let items = inbox.messages();
    let meta = Meta { total: Some(items.len() as u64), next: None };
    Ok(Json(List { items, meta }))
}
