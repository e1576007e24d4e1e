//! Signing in with a code, and sessions.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ExprTrait, QuerySelect, Set};
use vitrine_contract::ProblemCode;
use vitrine_contract::identity::SignIn;

use super::codes::ATTEMPTS;
use super::cookie::{LIFETIME, Token};
use super::entity::{session, shopper, sign_in_code, sign_in_turn};
use super::secret::Secret;
use crate::clock::{DAY, SECOND, new_id};
use crate::error::{AppError, AppResult};

/// How a try ended. A wrong code counts, so it must be committed too.
pub enum Tried {
    /// The right code.
    Right(shopper::Model),
    /// A wrong one.
    Wrong,
}

/// Tries a code. The right one is used up, and makes the shopper on the first sign-in.
///
/// Errors: unknown, expired, used, or tried too often.
pub async fn try_code(
    tx: &impl ConnectionTrait,
    secret: &Secret,
    body: &SignIn,
    now: i64,
) -> AppResult<Tried> {
    use sign_in_code::{COLUMN, Column, Entity};
    let id = body.challenge.as_str();
    // Counted before it is compared, so that parallel guesses count too.
    let counted = Entity::update_many()
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(COLUMN.id.eq(id))
        .filter(COLUMN.attempts.lt(ATTEMPTS))
        .filter(COLUMN.used_by.is_null())
        .filter(COLUMN.expires_at.gt(now))
        .exec(tx)
        .await?;
    if counted.rows_affected == 0 {
        return Err(expired());
    }
    let row = Entity::find_by_id(id).one(tx).await?.ok_or_else(expired)?;
    if !secret.is_code(id, &body.code, &row.code_hash) {
        return Ok(Tried::Wrong);
    }
    let shopper = find_or_create(tx, &row.contact, now).await?;
    Entity::update_many()
        .set(sign_in_code::ActiveModel {
            used_by: Set(Some(shopper.id.clone())),
            ..Default::default()
        })
        .filter(COLUMN.id.eq(id))
        .exec(tx)
        .await?;
    Ok(Tried::Right(shopper))
}

/// Who signed in with the challenge, while its code still held: the answer
/// was lost, and the shopper asks again with the same key and code.
pub async fn signed_in_by(db: &impl ConnectionTrait, body: &SignIn, now: i64) -> AppResult<String> {
    sign_in_code::Entity::find_by_id(body.challenge.as_str())
        .one(db)
        .await?
        .filter(|row| row.expires_at > now)
        .and_then(|row| row.used_by)
        .ok_or_else(expired)
}

/// `code_expired`.
pub fn expired() -> AppError {
    AppError::new(ProblemCode::CodeExpired)
        .detail("the code is expired, used, or was tried too often; ask for a new one")
}

async fn find_or_create(
    tx: &impl ConnectionTrait,
    contact: &str,
    now: i64,
) -> AppResult<shopper::Model> {
    let row = shopper::ActiveModel {
        id: Set(new_id()),
        contact: Set(contact.to_owned()),
        demo: Set(false),
        created_at: Set(now),
    };
    // Two first sign-ins at once make one shopper.
    let known = OnConflict::column(shopper::Column::Contact).do_nothing().to_owned();
    shopper::Entity::insert(row).on_conflict(known).exec_without_returning(tx).await?;
    let found = shopper::Entity::find().filter(shopper::COLUMN.contact.eq(contact)).one(tx).await?;
    found.ok_or_else(|| AppError::internal("the shopper that was just made is gone"))
}

/// Opens a session; the browser's former one ends.
pub async fn open_session(
    tx: &impl ConnectionTrait,
    shopper: &str,
    former: Option<&Token>,
    now: i64,
) -> AppResult<Token> {
    if let Some(former) = former {
        end_session(tx, former).await?;
    }
    let token = Token::random();
    let row = session::ActiveModel {
        token_hash: Set(token.hash()),
        shopper_id: Set(shopper.to_owned()),
        created_at: Set(now),
        expires_at: Set(now + LIFETIME * SECOND),
    };
    session::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(token)
}

/// Ends a session; an unknown one is no error.
pub async fn end_session(tx: &impl ConnectionTrait, token: &Token) -> AppResult<()> {
    session::Entity::delete_by_id(token.hash()).exec(tx).await?;
    Ok(())
}

/// Makes other changes of this shopper's own things wait until `tx` ends, so
/// that rules over several rows hold (SQLite has one writer anyway).
pub async fn lock(tx: &impl ConnectionTrait, shopper: &str) -> AppResult<()> {
    shopper::Entity::find_by_id(shopper).lock_exclusive().one(tx).await?;
    Ok(())
}

/// Forgets sessions that are over and codes of the day before.
pub async fn forget_old(db: &impl ConnectionTrait, now: i64) -> AppResult<()> {
    session::Entity::delete_many().filter(session::COLUMN.expires_at.lt(now)).exec(db).await?;
    sign_in_code::Entity::delete_many()
        .filter(sign_in_code::COLUMN.created_at.lt(now - DAY))
        .exec(db)
        .await?;
    sign_in_turn::Entity::delete_many()
        .filter(sign_in_turn::COLUMN.taken_at.lt(now - DAY))
        .exec(db)
        .await?;
    Ok(())
}
