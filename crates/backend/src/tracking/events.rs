//! The log of what happened to orders, from which event streams are fed.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};
use vitrine_contract::tracking::Step;

use super::entity::order_event;
use crate::error::AppResult;

/// The most events sent at once to a stream that resumes.
const REPLAY_MAX: u64 = 100;

/// Notes that something happened, in the transaction in which it does. Returns
/// the event's id. `Hub::notify` belongs after the commit.
pub async fn append(
    tx: &impl ConnectionTrait,
    order: &str,
    step: &Step,
    now: i64,
) -> AppResult<i64> {
    let row = order_event::ActiveModel {
        order_id: Set(order.to_owned()),
        step: Set(step.as_str().to_owned()),
        created_at: Set(now),
        ..Default::default()
    };
    Ok(order_event::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// What happened to the order after the event `after`, the oldest first; the
/// latest ones only when it is very much.
pub async fn since(
    db: &impl ConnectionTrait,
    order: &str,
    after: i64,
) -> AppResult<Vec<order_event::Model>> {
    let mut events = order_event::Entity::find()
        .filter(order_event::COLUMN.order_id.eq(order))
        .filter(order_event::COLUMN.id.gt(after))
        .order_by_desc(order_event::COLUMN.id)
        .limit(REPLAY_MAX)
        .all(db)
        .await?;
    events.reverse();
    Ok(events)
}
