//! `POST /api/webhooks/payments/{provider}`.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use vitrine_contract::payments::PaymentStatus;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::tracking::Step;
use vitrine_contract::webhooks::{PaymentEvent, PaymentEventKind};

use super::receive;
use crate::error::{AppError, AppResult};
use crate::orders::entity::order;
use crate::orders::{call_off, facts, view};
use crate::payments::entity::payment;
use crate::payments::status::{Funds, apply};
use crate::state::AppState;
use crate::tracking::{events, parcels};

/// Hears a payment provider. A reference that is not known (yet) is
/// `not_found`, so that the provider tells it again.
pub async fn hear(
    State(state): State<AppState>,
    Path(provider): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> AppResult<StatusCode> {
    let party = format!("payments/{provider}");
    let event: PaymentEvent = receive::read(&state, &party, &headers, &body)?;
    let at = receive::time("at", &event.at)?;
    let heard = receive::once(&state, &party, &event.event_id, async |tx| {
        let payment = find(tx, &provider, &event.reference).await?;
        if payment.currency != event.amount.currency().code() || event.amount.amount() < 0 {
            let detail = "an amount in the payment's currency";
            return Err(AppError::invalid("amount", FieldCode::Invalid, detail));
        }
        let order = parcels::lock(tx, &payment.order_id).await?;
        // Read again: it may have changed before the lock was there.
        let payment = find(tx, &provider, &event.reference).await?;
        if let Some(funds) = apply(&funds(&payment), &event.kind, event.amount.amount()) {
            note(tx, &order, &payment, &funds, &event.kind, at, state.now()).await?;
        }
        Ok(order.id)
    })
    .await?;
    if event.kind == PaymentEventKind::Failed {
        // Goods may have gone back.
        crate::catalog::bump_version(&state);
    }
    Ok(heard)
}

async fn find(
    tx: &impl ConnectionTrait,
    provider: &str,
    reference: &str,
) -> AppResult<payment::Model> {
    payment::Entity::find()
        .filter(payment::Column::Reference.eq(reference))
        .filter(payment::Column::Provider.eq(provider))
        .one(tx)
        .await?
        .ok_or_else(|| AppError::not_found("payment of this provider"))
}

fn funds(payment: &payment::Model) -> Funds {
    Funds {
        status: payment.status.as_str().into(),
        amount: payment.amount,
        captured: payment.captured,
        refunded: payment.refunded,
    }
}

async fn note(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    payment: &payment::Model,
    funds: &Funds,
    kind: &PaymentEventKind,
    at: i64,
    now: i64,
) -> AppResult<()> {
    payment::Entity::update_many()
        .set(payment::ActiveModel {
            status: Set(funds.status.as_str().to_owned()),
            captured: Set(funds.captured),
            refunded: Set(funds.refunded),
            paid_at: Set(payment.paid_at.or(Some(at))),
            ..Default::default()
        })
        .filter(payment::Column::Id.eq(&payment.id))
        .exec(tx)
        .await?;
    if *kind != PaymentEventKind::Failed || order.cancelled_at.is_some() {
        let step = match funds.status {
            PaymentStatus::Canceled => Step::Exception,
            _ => Step::Paid,
        };
        events::append(tx, &order.id, &step, now).await?;
        return Ok(());
    }
    // The money will not come after all. What is not packed yet, never will be.
    let facts = facts::load(tx, vec![order.clone()]).await?;
    if facts.first().is_some_and(view::is_packed) {
        events::append(tx, &order.id, &Step::Exception, now).await?;
        return Ok(());
    }
    order::Entity::update_many()
        .set(order::ActiveModel {
            cancelled_at: Set(Some(now)),
            undo_until: Set(None),
            ..Default::default()
        })
        .filter(order::Column::Id.eq(&order.id))
        .exec(tx)
        .await?;
    call_off(tx, &order.id, now).await?;
    Ok(())
}
