//! Undoes an order while its time lasts.

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use vitrine_contract::ProblemCode;
use vitrine_contract::payments::PaymentStatus;
use vitrine_contract::tracking::Step;

use super::entity::order;
use super::facts::{self, Facts};
use super::stock;
use crate::error::{AppError, AppResult};
use crate::payments::entity::payment;
use crate::payments::provider::Duty;
use crate::tracking::events;

/// Undoes the order: goods go back, the money is released. One conditional
/// update decides against the release to fulfilment, which may come at the
/// same moment.
///
/// Errors: `undo_expired`; `order_state_conflict` when it was undone before.
pub async fn undo(tx: &impl ConnectionTrait, order: &order::Model, now: i64) -> AppResult<Facts> {
    let undone = order::Entity::update_many()
        .set(order::ActiveModel {
            cancelled_at: Set(Some(now)),
            undo_until: Set(None),
            ..Default::default()
        })
        .filter(order::Column::Id.eq(&order.id))
        .filter(order::Column::CancelledAt.is_null())
        .filter(order::Column::ReleasedAt.is_null())
        .filter(order::Column::UndoUntil.gt(now))
        .exec(tx)
        .await?;
    if undone.rows_affected == 0 {
        let current = order::Entity::find_by_id(order.id.clone()).one(tx).await?;
        return Err(if current.is_some_and(|order| order.cancelled_at.is_some()) {
            AppError::new(ProblemCode::OrderStateConflict).detail("the order is cancelled already")
        } else {
            AppError::new(ProblemCode::UndoExpired)
                .detail("the order is on its way to fulfilment and can't be undone any more")
        });
    }
    call_off(tx, &order.id, now).await
}

/// What belongs to calling an order off once its row says so: goods back,
/// money released, the event. Returns the order as it is then.
pub async fn call_off(tx: &impl ConnectionTrait, order: &str, now: i64) -> AppResult<Facts> {
    payment::Entity::update_many()
        .set(payment::ActiveModel {
            status: Set(PaymentStatus::Canceled.as_str().to_owned()),
            duty: Set(Some(Duty::Void.as_str().to_owned())),
            ..Default::default()
        })
        .filter(payment::Column::OrderId.eq(order))
        .filter(payment::Column::Status.eq(PaymentStatus::Authorized.as_str()))
        .exec(tx)
        .await?;
    // Nobody took the money of a cash order, but nobody will either.
    payment::Entity::update_many()
        .set(payment::ActiveModel {
            status: Set(PaymentStatus::Canceled.as_str().to_owned()),
            ..Default::default()
        })
        .filter(payment::Column::OrderId.eq(order))
        .filter(payment::Column::Status.eq(PaymentStatus::NotPaid.as_str()))
        .exec(tx)
        .await?;
    events::append(tx, order, &Step::Cancelled, now).await?;
    let row = order::Entity::find_by_id(order.to_owned()).one(tx).await?;
    let facts = facts::load(tx, row.into_iter().collect()).await?.pop();
    let facts = facts.ok_or_else(|| AppError::not_found("order"))?;
    stock::give_back(tx, &facts.lines).await?;
    Ok(facts)
}
