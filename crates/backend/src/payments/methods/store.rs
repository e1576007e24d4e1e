//! Keeping means of payment: one default each shopper as long as there is any.

use sea_orm::entity::prelude::*;
use sea_orm::{ExprTrait, Order, QueryOrder, Set};
use vitrine_contract::payments::{
    CreatePaymentMethod, PaymentKind, PaymentMethod, UpdatePaymentMethod,
};
use vitrine_contract::problem::FieldCode;
use vitrine_contract::{Currency, Money, validate};

use super::entity::{ActiveModel, COLUMN, Column, Entity, Model};
use crate::clock::new_id;
use crate::error::{AppError, AppResult};
use crate::identity::sign_in::lock;

/// All of a shopper's, the default first, then the latest kept.
pub async fn list(db: &impl ConnectionTrait, shopper: &str) -> AppResult<Vec<PaymentMethod>> {
    let rows = own(shopper)
        .order_by(Column::IsDefault, Order::Desc)
        .order_by(Column::Id, Order::Desc)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(view).collect())
}

/// How orders are paid unless said otherwise.
pub async fn default(db: &impl ConnectionTrait, shopper: &str) -> AppResult<Option<PaymentMethod>> {
    let row = own(shopper).filter(COLUMN.is_default.eq(true)).one(db).await?;
    Ok(row.map(view))
}

/// A shopper's own means of payment. Another's is `not_found`, like none.
pub async fn get(db: &impl ConnectionTrait, shopper: &str, id: &str) -> AppResult<Model> {
    let row = own(shopper).filter(COLUMN.id.eq(id)).one(db).await?;
    row.ok_or_else(|| AppError::not_found("payment method"))
}

/// Keeps the means of payment behind a provider's token, which calls it `label`;
/// the first is the default anyway.
///
/// Errors: a limit out of range, the same card twice, too many.
pub async fn create(
    tx: &impl ConnectionTrait,
    shopper: &str,
    body: &CreatePaymentMethod,
    label: String,
    now: i64,
) -> AppResult<Model> {
    AppError::from_fields(validate::password_free_limit(body.password_free_limit))?;
    lock(tx, shopper).await?;
    let count = own(shopper).count(tx).await?;
    if count >= validate::PAYMENT_METHODS_MAX {
        let most = format!("at most {} means of payment", validate::PAYMENT_METHODS_MAX);
        return Err(AppError::invalid("", FieldCode::OutOfRange, most));
    }
    if own(shopper).filter(COLUMN.token.eq(&body.token)).one(tx).await?.is_some() {
        return Err(AppError::invalid("token", FieldCode::Duplicate, "this card is kept already"));
    }
    let is_default = body.is_default || count == 0;
    if is_default {
        unset_default(tx, shopper, now).await?;
    }
    let row = ActiveModel {
        id: Set(new_id()),
        shopper_id: Set(shopper.to_owned()),
        version: Set(1),
        kind: Set(PaymentKind::Card.to_string()),
        token: Set(body.token.clone()),
        label: Set(label),
        is_default: Set(is_default),
        password_free_limit: Set(body.password_free_limit.amount()),
        currency: Set(body.password_free_limit.currency().to_string()),
        created_at: Set(now),
        updated_at: Set(now),
    };
    Ok(row.insert(tx).await?)
}

/// Changes limit and default. The default stays it until another becomes it.
pub async fn update(
    tx: &impl ConnectionTrait,
    old: Model,
    body: &UpdatePaymentMethod,
    now: i64,
) -> AppResult<Model> {
    AppError::from_fields(validate::password_free_limit(body.password_free_limit))?;
    if body.is_default && !old.is_default {
        unset_default(tx, &old.shopper_id, now).await?;
    }
    let row = ActiveModel {
        id: Set(old.id),
        version: Set(old.version + 1),
        is_default: Set(old.is_default || body.is_default),
        password_free_limit: Set(body.password_free_limit.amount()),
        currency: Set(body.password_free_limit.currency().to_string()),
        updated_at: Set(now),
        ..Default::default()
    };
    Ok(row.update(tx).await?)
}

/// Forgets a means of payment; if it was the default, the latest changed of the others becomes it.
pub async fn delete(tx: &impl ConnectionTrait, old: Model, now: i64) -> AppResult<()> {
    Entity::delete_by_id(&old.id).exec(tx).await?;
    if !old.is_default {
        return Ok(());
    }
    let heir = own(&old.shopper_id)
        .order_by(Column::UpdatedAt, Order::Desc)
        .order_by(Column::Id, Order::Desc)
        .one(tx)
        .await?;
    if let Some(heir) = heir {
        let row = ActiveModel {
            id: Set(heir.id),
            version: Set(heir.version + 1),
            is_default: Set(true),
            updated_at: Set(now),
            ..Default::default()
        };
        row.update(tx).await?;
    }
    Ok(())
}

/// As it goes over the wire; the token stays here.
pub fn view(row: Model) -> PaymentMethod {
    let currency = Currency::new(&row.currency).unwrap_or(Currency::CNY);
    PaymentMethod {
        id: row.id.into(),
        version: u32::try_from(row.version).unwrap_or(0),
        kind: row.kind.into(),
        label: row.label,
        is_default: row.is_default,
        password_free_limit: Money::new(row.password_free_limit, currency),
    }
}

fn own(shopper: &str) -> Select<Entity> {
    Entity::find().filter(COLUMN.shopper_id.eq(shopper))
}

/// The former default changes too, so its version counts on.
async fn unset_default(tx: &impl ConnectionTrait, shopper: &str, now: i64) -> AppResult<()> {
    Entity::update_many()
        .col_expr(Column::IsDefault, Expr::value(false))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .filter(COLUMN.shopper_id.eq(shopper))
        .filter(COLUMN.is_default.eq(true))
        .exec(tx)
        .await?;
    Ok(())
}
