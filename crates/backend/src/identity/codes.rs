//! Sending sign-in codes.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{QueryOrder, QuerySelect, Set};
use vitrine_contract::ProblemCode;
use vitrine_contract::contact::Contact;
use vitrine_contract::identity::Challenge;

use super::entity::sign_in_code::{ActiveModel, COLUMN, Column, Entity};
use super::entity::sign_in_turn;
use super::secret::{Secret, six_digits};
use crate::clock::{SECOND, timestamp};
use crate::error::{AppError, AppResult};

const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// How long a code holds.
pub const LIFETIME: i64 = 10 * MINUTE;
/// How often a code can be tried.
pub const ATTEMPTS: i32 = 5;
/// Codes to one contact: one a minute …
const RESEND_AFTER: i64 = MINUTE;
/// … and so many an hour.
const PER_CONTACT: usize = 5;
/// Codes asked for from one address, an hour.
const PER_CLIENT: usize = 20;

/// A code that is to be sent.
pub struct NewCode {
    /// What the shopper is told.
    pub challenge: Challenge,
    /// The code, nowhere kept but in the message.
    pub code: String,
}

/// Makes a code for `contact`, asked for by `client` (see `client::Client`).
/// Nothing here depends on whether the contact is a shopper's.
///
/// Errors: too many codes lately, with the seconds to wait.
pub async fn create(
    tx: &impl ConnectionTrait,
    secret: &Secret,
    contact: &Contact,
    client: Option<&str>,
    now: i64,
) -> AppResult<NewCode> {
    within_limits(tx, contact, client, now).await?;
    let id = uuid::Uuid::from_bytes(super::secret::random()).simple().to_string();
    let code = six_digits();
    let row = ActiveModel {
        code_hash: Set(secret.code_hash(&id, &code)),
        id: Set(id.clone()),
        contact: Set(contact.as_str().to_owned()),
        client: Set(client.unwrap_or_default().to_owned()),
        attempts: Set(0),
        created_at: Set(now),
        expires_at: Set(now + LIFETIME),
        used_by: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    let challenge = Challenge {
        id: id.into(),
        expires_at: timestamp(now + LIFETIME),
        resend_after_seconds: seconds(RESEND_AFTER),
    };
    Ok(NewCode { challenge, code })
}

async fn within_limits(
    tx: &impl ConnectionTrait,
    contact: &Contact,
    client: Option<&str>,
    now: i64,
) -> AppResult<()> {
    // Always the contact's turn before the client's, so that nobody waits in a circle.
    take_turn(tx, format!("contact:{}", contact.as_str()), now).await?;
    let to_contact = lately(tx, COLUMN.contact.eq(contact.as_str()), now).await?;
    if let Some(latest) = to_contact.first().filter(|at| **at + RESEND_AFTER > now) {
        return Err(wait(latest + RESEND_AFTER - now));
    }
    if let Some(oldest) = to_contact.get(PER_CONTACT - 1) {
        return Err(wait(oldest + HOUR - now));
    }
    client_within_limits(tx, client, now).await
}

async fn client_within_limits(
    tx: &impl ConnectionTrait,
    client: Option<&str>,
    now: i64,
) -> AppResult<()> {
    let Some(client) = client else { return Ok(()) };
    take_turn(tx, format!("client:{client}"), now).await?;
    match lately(tx, COLUMN.client.eq(client), now).await?.get(PER_CLIENT - 1) {
        Some(oldest) => Err(wait(oldest + HOUR - now)),
        None => Ok(()),
    }
}

/// Makes all others that count the same codes wait until `tx` ends: two at once
/// would not see each other's. (On SQLite they wait for each other anyway.)
async fn take_turn(tx: &impl ConnectionTrait, name: String, now: i64) -> AppResult<()> {
    use sign_in_turn::{ActiveModel, Column, Entity};
    let row = ActiveModel { name: Set(name), taken_at: Set(now) };
    let again = OnConflict::column(Column::Name).update_column(Column::TakenAt).to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// When codes were asked for in the last hour, the latest first.
async fn lately(tx: &impl ConnectionTrait, whose: Expr, now: i64) -> AppResult<Vec<i64>> {
    let times = Entity::find()
        .select_only()
        .column(Column::CreatedAt)
        .filter(whose)
        .filter(COLUMN.created_at.gt(now - HOUR))
        .order_by_desc(Column::CreatedAt)
        .limit(PER_CLIENT.max(PER_CONTACT) as u64)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(times)
}

fn wait(millis: i64) -> AppError {
    let seconds = seconds(millis);
    AppError::new(ProblemCode::TooManyRequests)
        .detail(format!("too many codes lately; wait {seconds} s"))
        .retry_after(seconds)
}

fn seconds(millis: i64) -> u32 {
    u32::try_from((millis + SECOND - 1) / SECOND).unwrap_or(0)
}

/// Takes a code back that could not be sent, so that it counts for no limit.
pub async fn forget(
    db: &impl ConnectionTrait,
    challenge: &vitrine_contract::ChallengeId,
) -> AppResult<()> {
    Entity::delete_by_id(challenge.as_str()).exec(db).await?;
    Ok(())
}

/// Counts a demo shopper as a code asked for by `client`: they share the limit.
pub async fn count_demo(
    tx: &impl ConnectionTrait,
    contact: &str,
    shopper: &str,
    client: Option<&str>,
    now: i64,
) -> AppResult<()> {
    client_within_limits(tx, client, now).await?;
    let row = ActiveModel {
        id: Set(uuid::Uuid::from_bytes(super::secret::random()).simple().to_string()),
        contact: Set(contact.to_owned()),
        client: Set(client.unwrap_or_default().to_owned()),
        code_hash: Set(String::new()),
        attempts: Set(ATTEMPTS),
        created_at: Set(now),
        expires_at: Set(now),
        used_by: Set(Some(shopper.to_owned())),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
