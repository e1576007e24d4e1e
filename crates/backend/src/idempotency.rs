//! Makes unsafe requests repeatable (IETF httpapi draft, `Idempotency-Key`).
//!
//! The key's row is inserted first in the transaction that has the effect, so
//! that an effect without its key, or a key without its effect, can't be. The
//! answer is kept with it and given again to the same request. A request that
//! fails leaves nothing behind, neither effect nor key, and may be tried again.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, Set, TransactionTrait, TryInsertResult};
use sea_orm_migration::MigrationTrait;
use serde::Serialize;
use sha2::{Digest, Sha256};
use vitrine_contract::{IDEMPOTENCY_KEY, ProblemCode};

use crate::clock::DAY;
use crate::error::{AppError, AppResult};
use crate::identity::secret::hex;
use crate::state::AppState;

mod entity;
mod migration;

/// How long answers are kept; at least 24 h are promised.
const KEPT: i64 = 2 * DAY;
/// The longest key.
const KEY_MAX: usize = 255;
/// How long a request waits for its twin that is still at work.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often it looks.
const GLANCE: Duration = Duration::from_millis(20);
/// Tells that an answer is not new.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// The migrations, the oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    migration::all()
}

/// Whose keys they are: two shoppers may use the same key.
pub fn scope(shopper: Option<&str>) -> String {
    shopper.map_or_else(|| "guest".to_owned(), |id| format!("shopper:{id}"))
}

/// A request that may begin, or the answer it was given before.
#[must_use]
pub enum Begun {
    /// Nobody asked this before.
    Fresh(Attempt),
    /// The first answer; to be given again by [`Answer::replay`].
    Replay(Answer),
}

/// A request at work: its transaction with the key in it. Dropped, it leaves nothing behind.
pub struct Attempt {
    tx: DatabaseTransaction,
    claim: Claim,
}

/// A key that a request holds.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Whose key.
    pub scope: String,
    /// The key.
    pub key: String,
}

/// Begins an unsafe request. `scope` is by [`scope`], `route` is method and
/// path, `body` the body as it came.
///
/// Errors: no key or a malformed one (400), a key used for another request
/// (422), the first request with the key still at work (409).
pub async fn begin(
    state: &AppState,
    scope: &str,
    headers: &HeaderMap,
    route: &str,
    body: &[u8],
) -> AppResult<Begun> {
    let claim = Claim { scope: scope.to_owned(), key: key(headers)? };
    let hash = digest(route, body);
    let give_up = tokio::time::Instant::now() + PATIENCE;
    loop {
        let tx = state.db.write.begin().await?;
        let row = entity::ActiveModel {
            scope: Set(claim.scope.clone()),
            key: Set(claim.key.clone()),
            request_hash: Set(hash.clone()),
            status: Set(None),
            etag: Set(None),
            answer: Set(None),
            created_at: Set(state.now()),
        };
        match entity::Entity::insert(row)
            .on_conflict_do_nothing()
            .exec_without_returning(&tx)
            .await?
        {
            TryInsertResult::Inserted(1..) => return Ok(Begun::Fresh(Attempt { tx, claim })),
            _ => tx.rollback().await?,
        }
        let Some(first) = find(&state.db.read, &claim).await? else { continue };
        if first.request_hash != hash {
            return Err(AppError::new(ProblemCode::IdempotencyKeyReused)
                .detail("the key was used for another request"));
        }
        if let Some(answer) = Answer::kept(first) {
            return Ok(Begun::Replay(answer));
        }
        if tokio::time::Instant::now() >= give_up {
            return Err(AppError::new(ProblemCode::RequestInProgress)
                .detail("the first request with this key is still at work")
                .retry_after(1));
        }
        tokio::time::sleep(GLANCE).await;
    }
}

impl Attempt {
    /// The transaction in which everything must happen.
    pub fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Keeps the answer, commits, and gives it.
    pub async fn finish(self, answer: Answer) -> AppResult<Response> {
        self.claim.settle(&self.tx, &answer).await?;
        self.tx.commit().await?;
        Ok(answer.respond())
    }

    /// Commits without an answer, for work that goes on in another
    /// transaction. Whoever asks again meanwhile waits. The claim must be
    /// settled or released later, by a recovery after a crash if need be.
    pub async fn suspend(self) -> AppResult<Claim> {
        self.tx.commit().await?;
        Ok(self.claim)
    }

    /// The key.
    pub fn claim(&self) -> &Claim {
        &self.claim
    }
}

impl Claim {
    /// Keeps the answer.
    pub async fn settle(&self, db: &impl ConnectionTrait, answer: &Answer) -> AppResult<()> {
        entity::Entity::update_many()
            .set(entity::ActiveModel {
                status: Set(Some(i32::from(answer.status.as_u16()))),
                etag: Set(answer.etag.clone()),
                answer: Set(Some(answer.body.clone())),
                ..Default::default()
            })
            .filter(entity::COLUMN.scope.eq(&self.scope))
            .filter(entity::COLUMN.key.eq(&self.key))
            .exec(db)
            .await?;
        Ok(())
    }

    /// The answer kept by whoever settled the claim.
    pub async fn answer(&self, db: &impl ConnectionTrait) -> AppResult<Option<Answer>> {
        Ok(find(db, self).await?.and_then(Answer::kept))
    }

    /// Forgets the key: the request may be tried again from the start.
    pub async fn release(&self, db: &impl ConnectionTrait) -> AppResult<()> {
        entity::Entity::delete_by_id((self.scope.clone(), self.key.clone())).exec(db).await?;
        Ok(())
    }
}

/// An answer that can be kept: a status and JSON.
#[derive(Clone, Debug)]
pub struct Answer {
    status: StatusCode,
    etag: Option<String>,
    body: String,
}

impl Answer {
    /// A JSON answer. With 204 the body stays empty.
    pub fn json(status: StatusCode, body: &impl Serialize) -> AppResult<Self> {
        let body = if status == StatusCode::NO_CONTENT {
            String::new()
        } else {
            serde_json::to_string(body).map_err(AppError::internal)?
        };
        Ok(Self { status, etag: None, body })
    }

    /// A problem that shall be kept, because something did happen.
    pub fn problem(error: &AppError) -> AppResult<Self> {
        let problem = error.to_problem();
        let status = StatusCode::from_u16(problem.status).map_err(AppError::internal)?;
        Self::json(status, &problem)
    }

    /// With an entity tag.
    pub fn etag(mut self, etag: impl Into<String>) -> Self {
        self.etag = Some(etag.into());
        self
    }

    fn kept(row: entity::Model) -> Option<Self> {
        let status = StatusCode::from_u16(u16::try_from(row.status?).ok()?).ok()?;
        Some(Self { status, etag: row.etag, body: row.answer? })
    }

    /// Its status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Its body.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// As the response to a request made again: it tells so in a header.
    pub fn replay(self) -> Response {
        let mut response = self.respond();
        response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        response
    }

    /// As a response.
    pub fn respond(self) -> Response {
        let failed = self.status.is_client_error() || self.status.is_server_error();
        let mut response = (self.status, self.body).into_response();
        let headers = response.headers_mut();
        let kind = if failed { "application/problem+json" } else { "application/json" };
        if self.status == StatusCode::NO_CONTENT {
            headers.remove(header::CONTENT_TYPE);
        } else {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        if let Some(etag) = self.etag.and_then(|etag| HeaderValue::from_str(&etag).ok()) {
            headers.insert(header::ETAG, etag);
        }
        response
    }
}

/// Forgets answers older than two days. Suspended claims stay for their recovery.
pub async fn forget_old(state: &AppState) -> AppResult<u64> {
    let forgotten = entity::Entity::delete_many()
        .filter(entity::COLUMN.created_at.lt(state.now() - KEPT))
        .filter(entity::COLUMN.status.is_not_null())
        .exec(&state.db.write)
        .await?;
    Ok(forgotten.rows_affected)
}

async fn find(db: &impl ConnectionTrait, claim: &Claim) -> AppResult<Option<entity::Model>> {
    Ok(entity::Entity::find_by_id((claim.scope.clone(), claim.key.clone())).one(db).await?)
}

fn key(headers: &HeaderMap) -> AppResult<String> {
    let Some(value) = headers.get(IDEMPOTENCY_KEY) else {
        return Err(AppError::new(ProblemCode::IdempotencyKeyRequired)
            .detail("this request needs an Idempotency-Key"));
    };
    match value.to_str().map(|text| text.trim().trim_matches('"')) {
        Ok(key) if !key.is_empty() && key.len() <= KEY_MAX => Ok(key.to_owned()),
        _ => Err(AppError::new(ProblemCode::MalformedRequest)
            .detail("an Idempotency-Key has 1 to 255 printable ASCII characters")),
    }
}

fn digest(route: &str, body: &[u8]) -> String {
    hex(&Sha256::new().chain_update(route).chain_update([0]).chain_update(body).finalize())
}
