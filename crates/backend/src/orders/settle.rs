//! The second half of a purchase: the money is asked for, and the order is
//! confirmed or abandoned.
//!
//! What is asked and what came of it is told apart by the database alone, so
//! the same function settles an order in its request and, after a crash, in
//! the recovery; whoever comes second finds it settled.

use axum::http::StatusCode;
use sea_orm::entity::prelude::*;
use sea_orm::{Set, TransactionTrait};
use vitrine_contract::ProblemCode;
use vitrine_contract::orders::OrderPlaced;
use vitrine_contract::payments::PaymentStatus;
use vitrine_contract::tracking::Step;
use vitrine_i18n::Locale;

use super::entity::order;
use super::facts::Facts;
use super::{rows, stock, view};
use crate::error::{AppError, AppResult};
use crate::idempotency::{Answer, Claim};
use crate::payments::entity::payment;
use crate::payments::provider::{Duty, ProviderError};
use crate::state::AppState;
use crate::tracking::events;

/// Asks the provider for the money of a reserved order, and confirms or
/// abandons the order accordingly. Returns what the shopper is answered.
pub async fn settle(state: &AppState, facts: Facts) -> AppResult<Answer> {
    let claim = claim(&facts);
    let charge = rows::charge(&facts.payment)?;
    let provider = facts.payment.provider.as_deref().and_then(|name| state.providers.get(name));
    let asked = match provider {
        Some(provider) => provider.authorize(&charge).await,
        None => Err(ProviderError::Declined("the provider is not known (any more)".into())),
    };
    let order = facts.order.id.clone();
    let settled = match asked {
        Ok(reference) => confirm(state, facts, reference).await?,
        Err(error) => abandon(state, facts, error).await?,
    };
    state.hub.notify(&order);
    crate::catalog::bump_version(state);
    match settled {
        Some(answer) => Ok(answer),
        // Somebody else was quicker: what that one answered counts.
        None => claim.answer(&state.db.write).await?.ok_or_else(|| {
            AppError::new(ProblemCode::RequestInProgress)
                .detail("the order was settled meanwhile; ask again")
                .retry_after(1)
        }),
    }
}

/// The claim that placed the order.
fn claim(facts: &Facts) -> Claim {
    Claim { scope: facts.order.claim_scope.clone(), key: facts.order.claim_key.clone() }
}

/// The answer to a placed order. A guest's key is not in it: it is put in
/// when the answer is given, and never stored.
pub fn placed(facts: &Facts, locale: Locale, now: i64) -> AppResult<Answer> {
    let order = view::order(facts, locale, now)?;
    Answer::json(StatusCode::CREATED, &OrderPlaced { order, guest_key: None })
}

async fn confirm(
    state: &AppState,
    mut facts: Facts,
    reference: String,
) -> AppResult<Option<Answer>> {
    let now = state.now();
    let claim = claim(&facts);
    let tx = state.db.write.begin().await?;
    if !rows::confirm(&tx, &facts.order.id, now).await? {
        return Ok(None);
    }
    let authorized = PaymentStatus::Authorized.as_str().to_owned();
    payment::Entity::update_many()
        .set(payment::ActiveModel {
            status: Set(authorized.clone()),
            reference: Set(Some(reference.clone())),
            duty: Set(None),
            paid_at: Set(Some(now)),
            ..Default::default()
        })
        .filter(payment::Column::Id.eq(&facts.payment.id))
        .exec(&tx)
        .await?;
    facts.last_event_id = events::append(&tx, &facts.order.id, &Step::Paid, now).await?;
    facts.order.confirmed_at = Some(now);
    facts.payment.status = authorized;
    facts.payment.reference = Some(reference);
    facts.payment.paid_at = Some(now);
    let locale = Locale::parse(&facts.order.language).unwrap_or_default();
    let answer = placed(&facts, locale, now)?;
    claim.settle(&tx, &answer).await?;
    tx.commit().await?;
    Ok(Some(answer))
}

/// Gives the goods back. A refusal is answered again to the same key; after
/// silence the key is free, so that the same request can be tried anew, and
/// the provider is told to release what it may hold.
async fn abandon(
    state: &AppState,
    facts: Facts,
    error: ProviderError,
) -> AppResult<Option<Answer>> {
    let now = state.now();
    let claim = claim(&facts);
    let tx = state.db.write.begin().await?;
    let abandoned = order::Entity::update_many()
        .set(order::ActiveModel {
            abandoned_at: Set(Some(now)),
            undo_until: Set(None),
            ..Default::default()
        })
        .filter(order::Column::Id.eq(&facts.order.id))
        .filter(order::Column::ConfirmedAt.is_null())
        .filter(order::Column::AbandonedAt.is_null())
        .exec(&tx)
        .await?;
    if abandoned.rows_affected == 0 {
        return Ok(None);
    }
    stock::give_back(&tx, &facts.lines).await?;
    let (problem, duty) = match error {
        ProviderError::Declined(_) => {
            (AppError::new(ProblemCode::PaymentDeclined).detail("the payment was refused"), None)
        }
        ProviderError::Unreachable => (
            AppError::new(ProblemCode::PaymentUnavailable)
                .detail("the payment provider does not answer; nothing was taken"),
            Some(Duty::Void.as_str().to_owned()),
        ),
    };
    let released = duty.is_some();
    payment::Entity::update_many()
        .set(payment::ActiveModel {
            status: Set(PaymentStatus::Canceled.as_str().to_owned()),
            duty: Set(duty),
            ..Default::default()
        })
        .filter(payment::Column::Id.eq(&facts.payment.id))
        .exec(&tx)
        .await?;
    let answer = Answer::problem(&problem)?;
    if released {
        claim.release(&tx).await?;
    } else {
        claim.settle(&tx, &answer).await?;
    }
    tx.commit().await?;
    Ok(Some(answer))
}
