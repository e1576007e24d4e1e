//! Who is asking, for handlers of every noun.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use sea_orm::entity::prelude::*;
use vitrine_contract::ProblemCode;

use super::cookie::Token;
use super::entity::{session, shopper};
use crate::error::{AppError, AppResult};
use crate::idempotency;
use crate::state::AppState;

/// A signed-in shopper; without one the request ends with `sign_in_required`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shopper {
    /// The shopper.
    pub id: String,
    /// E-mail address or phone number in its normal form.
    pub contact: String,
    /// Whether this is a demo shopper.
    pub demo: bool,
}

/// A shopper or a guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaybeShopper(pub Option<Shopper>);

impl Shopper {
    /// Whose idempotency keys they are.
    pub fn scope(&self) -> String {
        idempotency::scope(Some(&self.id))
    }
}

impl MaybeShopper {
    /// The shopper's id.
    pub fn id(&self) -> Option<&str> {
        self.0.as_ref().map(|shopper| shopper.id.as_str())
    }

    /// Whose idempotency keys they are.
    pub fn scope(&self) -> String {
        idempotency::scope(self.id())
    }

    /// The shopper, or `sign_in_required`.
    pub fn required(self) -> AppResult<Shopper> {
        self.0.ok_or_else(|| {
            AppError::new(ProblemCode::SignInRequired).detail("this needs a signed-in shopper")
        })
    }
}

impl From<shopper::Model> for Shopper {
    fn from(row: shopper::Model) -> Self {
        Self { id: row.id, contact: row.contact, demo: row.demo }
    }
}

impl FromRequestParts<AppState> for MaybeShopper {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> AppResult<Self> {
        // A request may ask through several extractors; the database is asked once.
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let found = match Token::from_headers(&parts.headers) {
            Some(token) => find(state, &token).await?,
            None => None,
        };
        let maybe = Self(found);
        parts.extensions.insert(maybe.clone());
        Ok(maybe)
    }
}

impl FromRequestParts<AppState> for Shopper {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> AppResult<Self> {
        MaybeShopper::from_request_parts(parts, state).await?.required()
    }
}

async fn find(state: &AppState, token: &Token) -> AppResult<Option<Shopper>> {
    let db = &state.db.read;
    let session = session::Entity::find_by_id(token.hash()).one(db).await?;
    let Some(session) = session.filter(|s| s.expires_at > state.now()) else { return Ok(None) };
    let shopper = shopper::Entity::find_by_id(session.shopper_id).one(db).await?;
    Ok(shopper.map(Shopper::from))
}
