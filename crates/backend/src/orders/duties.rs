//! What is to be done for orders beside the requests: releasing them when
//! their undo time is over, telling providers what they must be told, and
//! settling what a crash left behind. Everything to do stands in the
//! database, so it is found again after any crash.

use std::time::Duration;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ExprTrait, QueryOrder, QuerySelect, Set, TransactionTrait};
use vitrine_contract::payments::PaymentStatus;

use super::entity::{order, order_line};
use super::{facts, rows, settle};
use crate::clock::SECOND;
use crate::error::AppResult;
use crate::payments::entity::payment;
use crate::payments::provider::{Duty, ProviderError};
use crate::products::entity::product;
use crate::state::AppState;
use crate::{catalog, idempotency};

/// How often is looked.
const BEAT: Duration = Duration::from_millis(500);
/// Beats between two clean-ups of idempotency keys: ten minutes.
const BEATS_A_CLEANUP: u64 = 1_200;
/// Beats between two looks for orders that a crash left unsettled: five seconds.
const BEATS_A_RECOVERY: u64 = 10;
/// How long a request may take to settle its own order; longer than a
/// provider is waited for. Then the recovery takes it up.
pub const GRACE: i64 = 20 * SECOND;
/// The most orders or payments handled at once.
const BATCH: u64 = 50;

/// Starts the work; it ends with `state.shutdown`.
pub fn spawn(state: &AppState) {
    let state = state.clone();
    tokio::spawn(async move {
        let mut beats = 0_u64;
        loop {
            let work = async {
                release_due(&state).await?;
                tell_providers(&state).await?;
                if beats.is_multiple_of(BEATS_A_RECOVERY) {
                    recover(&state).await?;
                }
                if beats.is_multiple_of(BEATS_A_CLEANUP) {
                    idempotency::forget_old(&state).await?;
                }
                AppResult::Ok(())
            };
            tokio::select! {
                () = state.shutdown.cancelled() => return,
                done = work => if let Err(error) = done {
                    tracing::error!(error = &error as &dyn std::error::Error, "orders are kept waiting");
                },
            }
            beats += 1;
            tokio::select! {
                () = state.shutdown.cancelled() => return,
                () = tokio::time::sleep(BEAT) => {}
            }
        }
    });
}

/// Everything once, until nothing is left to do now. For tests, which move the clock.
pub async fn run_once(state: &AppState) -> AppResult<()> {
    recover(state).await?;
    release_due(state).await?;
    tell_providers(state).await
}

/// Hands the orders whose undo time is over to fulfilment: from now on they
/// can't be undone, their money is taken, and their pieces count as sold.
pub async fn release_due(state: &AppState) -> AppResult<()> {
    loop {
        let due: Vec<String> = order::Entity::find()
            .select_only()
            .column(order::Column::Id)
            .filter(order::Column::UndoUntil.lte(state.now()))
            .filter(order::Column::ConfirmedAt.is_not_null())
            .order_by_asc(order::Column::UndoUntil)
            .limit(BATCH)
            .into_tuple()
            .all(&state.db.read)
            .await?;
        if due.is_empty() {
            return Ok(());
        }
        let tx = state.db.write.begin().await?;
        for id in &due {
            release(&tx, id, state.now()).await?;
        }
        tx.commit().await?;
        catalog::bump_version(state);
        due.iter().for_each(|id| state.hub.notify(id));
    }
}

/// Releases one order, unless it was undone at the last moment.
pub async fn release(tx: &impl ConnectionTrait, id: &str, now: i64) -> AppResult<()> {
    let released = order::Entity::update_many()
        .set(order::ActiveModel {
            released_at: Set(Some(now)),
            undo_until: Set(None),
            ..Default::default()
        })
        .filter(order::Column::Id.eq(id))
        .filter(order::Column::ReleasedAt.is_null())
        .filter(order::Column::CancelledAt.is_null())
        .exec(tx)
        .await?;
    if released.rows_affected == 0 {
        return Ok(());
    }
    payment::Entity::update_many()
        .set(payment::ActiveModel {
            duty: Set(Some(Duty::Capture.as_str().to_owned())),
            ..Default::default()
        })
        .filter(payment::Column::OrderId.eq(id))
        .filter(payment::Column::Status.eq(PaymentStatus::Authorized.as_str()))
        .exec(tx)
        .await?;
    let mut lines =
        order_line::Entity::find().filter(order_line::Column::OrderId.eq(id)).all(tx).await?;
    lines.sort_by(|a, b| a.product_id.cmp(&b.product_id));
    for line in lines {
        let sold = Expr::col(product::Column::UnitsSold).add(i64::from(line.quantity));
        product::Entity::update_many()
            .col_expr(product::Column::UnitsSold, sold)
            .filter(product::Column::Id.eq(line.product_id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Tells providers to take or to release money. What is not answered stays to
/// be told again.
pub async fn tell_providers(state: &AppState) -> AppResult<()> {
    let told = [Duty::Capture.as_str(), Duty::Void.as_str()];
    let mut after = (0, String::new());
    loop {
        let due = payment::Entity::find()
            .filter(payment::Column::Duty.is_in(told))
            .filter(payment::Column::CreatedAt.gte(after.0))
            .order_by_asc(payment::Column::CreatedAt)
            .order_by_asc(payment::Column::Id)
            .limit(BATCH)
            .all(&state.db.read)
            .await?;
        // Those that stay to be told must not hold up the others.
        let due: Vec<_> =
            due.into_iter().filter(|p| (p.created_at, &p.id) > (after.0, &after.1)).collect();
        let Some(last) = due.last() else { return Ok(()) };
        after = (last.created_at, last.id.clone());
        let mut done = Vec::new();
        for payment in due {
            match tell(state, &payment).await {
                Ok(()) => done.push(payment.id),
                Err(ProviderError::Unreachable) => {}
                Err(ProviderError::Declined(reason)) => {
                    tracing::error!(payment = payment.id, reason, "the provider refused");
                    done.push(payment.id);
                }
            }
        }
        if !done.is_empty() {
            payment::Entity::update_many()
                .set(payment::ActiveModel { duty: Set(None), ..Default::default() })
                .filter(payment::Column::Id.is_in(done))
                .filter(payment::Column::Duty.is_in(told))
                .exec(&state.db.write)
                .await?;
        }
    }
}

async fn tell(state: &AppState, payment: &payment::Model) -> Result<(), ProviderError> {
    let unreadable = || ProviderError::Declined("the payment can't be read".into());
    let charge = rows::charge(payment).map_err(|_| unreadable())?;
    let name = payment.provider.as_deref().unwrap_or_default();
    let provider = state.providers.get(name).ok_or_else(unreadable)?;
    match payment.reference.as_deref() {
        Some(reference) if payment.duty.as_deref() == Some(Duty::Capture.as_str()) => {
            provider.capture(&charge, reference).await
        }
        reference => provider.void(&charge, reference).await,
    }
}

/// Settles orders that were reserved but neither confirmed nor abandoned: the
/// process that placed them has died. The provider is asked again, under the
/// same payment id.
pub async fn recover(state: &AppState) -> AppResult<()> {
    let awaiting: Vec<String> = payment::Entity::find()
        .select_only()
        .column(payment::Column::OrderId)
        .filter(payment::Column::Duty.eq(Duty::Authorize.as_str()))
        .filter(payment::Column::CreatedAt.lt(state.now() - GRACE))
        .limit(BATCH)
        .into_tuple()
        .all(&state.db.read)
        .await?;
    let orders =
        order::Entity::find().filter(order::Column::Id.is_in(awaiting)).all(&state.db.read).await?;
    for facts in facts::load(&state.db.read, orders).await? {
        tracing::warn!(order = facts.order.id, "settling an order that was left behind");
        // One that can't be settled shall not hold up the others.
        let order = facts.order.id.clone();
        if let Err(error) = settle::settle(state, facts).await {
            tracing::error!(order, error = &error as &dyn std::error::Error, "still not settled");
        }
    }
    Ok(())
}
