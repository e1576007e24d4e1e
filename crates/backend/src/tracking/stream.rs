//! `GET /api/orders/{id}/events`: an order, live, by server-sent events.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream, StreamExt};
use sea_orm::EntityTrait;
use serde::Deserialize;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::tracking::OrderEvent;
use vitrine_i18n::Locale;

use super::events::since;
use super::hub::Ear;
use crate::error::{AppError, AppResult};
use crate::extract::{Lang, Query};
use crate::identity::MaybeShopper;
use crate::orders::entity::order;
use crate::orders::{access, facts, view};
use crate::state::AppState;

/// How often a comment is sent, so that nobody on the way hangs up.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How often the database is asked, for what other processes did.
const GLANCE: Duration = Duration::from_secs(3);
/// After which time a browser connects again.
const RETRY: Duration = Duration::from_secs(2);

/// How a stream is asked for.
#[derive(Debug, Deserialize)]
pub struct Ask {
    key: Option<String>,
    last_event_id: Option<String>,
}

/// The stream. `Last-Event-ID` (which browsers send when they connect again)
/// counts before `last_event_id` (which a page puts into the URL); without
/// either, what happens from now on is sent.
pub async fn events(
    State(state): State<AppState>,
    buyer: MaybeShopper,
    Path(id): Path<String>,
    Lang(locale): Lang,
    Query(ask): Query<Ask>,
    headers: HeaderMap,
) -> AppResult<Response> {
    // Listening begins before looking, so that nothing falls in between.
    let ear = state.hub.listen();
    let facts = access::facts(&state.db.read, &buyer, ask.key.as_deref(), &id).await?;
    let resumed = headers
        .get("last-event-id")
        .and_then(|value| value.to_str().ok())
        .or(ask.last_event_id.as_deref())
        .filter(|text| !text.is_empty());
    let last = match resumed {
        None => facts.last_event_id,
        Some(text) => text.parse().map_err(|_| {
            AppError::invalid("last_event_id", FieldCode::Invalid, "the id of an event")
        })?,
    };
    let live = Live { state, ear, locale, order: facts.order.id, last, ready: VecDeque::new() };
    // At once, so that the answer's head gets through to the browser.
    let hello = Ok::<_, Infallible>(Event::default().retry(RETRY).comment("hello"));
    let events = stream::once(async { hello }).chain(live.into_stream());
    let unbuffered = [
        (header::CACHE_CONTROL, "private, no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    let sse = Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT).text("still here"));
    Ok((unbuffered, sse).into_response())
}

/// An open stream.
struct Live {
    state: AppState,
    ear: Ear,
    locale: Locale,
    order: String,
    last: i64,
    ready: VecDeque<Event>,
}

impl Live {
    fn into_stream(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut live| async move {
            let event = live.next().await?;
            Some((Ok(event), live))
        })
    }

    /// The next event, or `None` when the shop closes.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            if let Err(error) = self.look().await {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "an event stream is kept waiting"
                );
            }
            if !self.ready.is_empty() {
                continue;
            }
            tokio::select! {
                () = self.state.shutdown.cancelled() => return None,
                () = self.ear.hear(&self.order) => {}
                () = tokio::time::sleep(GLANCE) => {}
            }
        }
    }

    /// Takes what happened since. Each event carries the order as it is now,
    /// so whoever resumes is up to date with the first.
    async fn look(&mut self) -> AppResult<()> {
        let db = &self.state.db.read;
        let happened = since(db, &self.order, self.last).await?;
        if happened.is_empty() {
            return Ok(());
        }
        let row = order::Entity::find_by_id(self.order.clone()).one(db).await?;
        let Some(facts) = facts::load(db, row.into_iter().collect()).await?.pop() else {
            return Ok(());
        };
        let now = view::order(&facts, self.locale, self.state.now())?;
        let last = happened.last().map_or(self.last, |event| event.id);
        for event in happened {
            let data = OrderEvent { step: event.step.as_str().into(), order: now.clone() };
            let event_id = event.id.to_string();
            let event = Event::default()
                .event("order")
                .id(event_id)
                .json_data(&data)
                .map_err(AppError::internal)?;
            self.ready.push_back(event);
        }
        self.last = last;
        Ok(())
    }
}
