//! `POST /api/orders`: one request a purchase, exactly once.

use axum::response::Response;
use vitrine_contract::orders::{OrderPlaced, PlaceOrder};
use vitrine_contract::payments::PaymentKind;

use super::reserve::reserve;
use super::rows::confirm;
use super::settle::{placed, settle};
use super::{check, guest};
use crate::error::{AppError, AppResult};
use crate::idempotency::{Answer, Begun};
use crate::identity::{MaybeShopper, Unsafe};
use crate::state::AppState;

/// Places the order, or gives the first answer again.
///
/// The goods are set aside and the order is written first, then the money is
/// asked for, then the order is confirmed. So there is never money without an
/// order, nor an order without goods; a crash in between is taken up by the
/// recovery, which asks the provider again under the same payment id.
pub async fn place(
    state: &AppState,
    buyer: &MaybeShopper,
    request: &Unsafe,
    order: PlaceOrder,
) -> AppResult<Response> {
    let wish = check::check(order, buyer.id().is_some())?;
    let locale = wish.locale;
    let attempt = match request.begin(state, &buyer.scope()).await? {
        Begun::Fresh(attempt) => attempt,
        Begun::Replay(answer) => return Ok(with_key(state, buyer, answer)?.replay()),
    };
    let mut facts = reserve(state, attempt.tx(), attempt.claim(), buyer.id(), wish).await?;
    if facts.payment.kind == PaymentKind::CashOnDelivery.as_str() {
        let now = state.now();
        confirm(attempt.tx(), &facts.order.id, now).await?;
        facts.order.confirmed_at = Some(now);
        let answer = placed(&facts, locale, now)?;
        let full = with_key(state, buyer, answer.clone())?;
        attempt.finish(answer).await?;
        state.hub.notify(&facts.order.id);
        crate::catalog::bump_version(state);
        return Ok(full.respond());
    }
    attempt.suspend().await?;
    // In a task of its own, so that it ends even when the shopper has gone.
    let task = tokio::spawn({
        let state = state.clone();
        async move { settle(&state, facts).await }
    });
    let answer = task.await.map_err(AppError::internal)??;
    Ok(with_key(state, buyer, answer)?.respond())
}

/// A guest's answer with the key of the order.
fn with_key(state: &AppState, buyer: &MaybeShopper, answer: Answer) -> AppResult<Answer> {
    if buyer.id().is_some() || !answer.status().is_success() {
        return Ok(answer);
    }
    let mut placed: OrderPlaced =
        serde_json::from_str(answer.body()).map_err(AppError::internal)?;
    placed.guest_key = Some(guest::key(state, placed.order.id.as_str()));
    Answer::json(answer.status(), &placed)
}
