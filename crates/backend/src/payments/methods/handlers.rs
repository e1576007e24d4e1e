//! Stored means of payment over HTTP.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use vitrine_contract::payments::{CreatePaymentMethod, PaymentMethod, UpdatePaymentMethod};
use vitrine_contract::problem::FieldCode;
use vitrine_contract::{List, Meta};

use super::entity::Model;
use super::store;
use crate::error::{AppError, AppResult};
use crate::extract::Json;
use crate::idempotency::Answer;
use crate::identity::request::etag;
use crate::identity::sign_in::lock;
use crate::identity::{Shopper, Unsafe};
use crate::state::AppState;

/// `GET /api/payment-methods`.
pub async fn list(
    State(state): State<AppState>,
    shopper: Shopper,
) -> AppResult<Json<List<PaymentMethod>>> {
    let items = store::list(&state.db.read, &shopper.id).await?;
    let meta = Meta { total: Some(items.len() as u64), next: None };
    Ok(Json(List { items, meta }))
}

/// `POST /api/payment-methods`.
pub async fn create(
    State(state): State<AppState>,
    shopper: Shopper,
    request: Unsafe,
) -> AppResult<Response> {
    let body: CreatePaymentMethod = request.json()?;
    let (_, label) = state.providers.of_token(&body.token).ok_or_else(|| {
        AppError::invalid("token", FieldCode::Unknown, "no provider knows this token")
    })?;
    request
        .run(&state, &shopper.scope(), async |tx| {
            let row = store::create(tx, &shopper.id, &body, label.clone(), state.now()).await?;
            answer(StatusCode::CREATED, row)
        })
        .await
}

/// `PUT /api/payment-methods/{id}`.
pub async fn update(
    State(state): State<AppState>,
    shopper: Shopper,
    Path(id): Path<String>,
    request: Unsafe,
) -> AppResult<Response> {
    let body: UpdatePaymentMethod = request.json()?;
    request
        .run(&state, &shopper.scope(), async |tx| {
            lock(tx, &shopper.id).await?;
            let old = store::get(tx, &shopper.id, &id).await?;
            request.check_version(old.version)?;
            answer(StatusCode::OK, store::update(tx, old, &body, state.now()).await?)
        })
        .await
}

/// `DELETE /api/payment-methods/{id}`.
pub async fn delete(
    State(state): State<AppState>,
    shopper: Shopper,
    Path(id): Path<String>,
    request: Unsafe,
) -> AppResult<Response> {
    request
        .run(&state, &shopper.scope(), async |tx| {
            lock(tx, &shopper.id).await?;
            let old = store::get(tx, &shopper.id, &id).await?;
            request.check_version(old.version)?;
            store::delete(tx, old, state.now()).await?;
            Answer::json(StatusCode::NO_CONTENT, &())
        })
        .await
}

fn answer(status: StatusCode, row: Model) -> AppResult<Answer> {
    let tag = etag(row.version);
    Ok(Answer::json(status, &store::view(row))?.etag(tag))
}
