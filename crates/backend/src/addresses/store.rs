//! Keeping addresses: one default each shopper as long as there is any.

use sea_orm::entity::prelude::*;
use sea_orm::{ExprTrait, Order, QueryOrder, Set};
use vitrine_contract::addresses::{Address, AddressFields, SaveAddress};
use vitrine_contract::problem::FieldCode;
use vitrine_contract::{FieldError, validate};

use super::entity::address::{ActiveModel, COLUMN, Column, Entity, Model};
use crate::clock::new_id;
use crate::error::{AppError, AppResult};
use crate::identity::sign_in::lock;

/// What is wrong with an address; paths start with `prefix`. The same rules
/// as in the browser.
pub fn validate(fields: &AddressFields, prefix: &str) -> Vec<FieldError> {
    validate::address(fields, prefix)
}

/// The address as it may be kept, or what is wrong with it.
pub fn checked(fields: &AddressFields, prefix: &str) -> AppResult<AddressFields> {
    let tidy = validate::tidy_address(fields);
    AppError::from_fields(validate(&tidy, prefix))?;
    Ok(tidy)
}

/// All of a shopper's, the default first, then the latest kept.
pub async fn list(db: &impl ConnectionTrait, shopper: &str) -> AppResult<Vec<Address>> {
    let rows = own(shopper)
        .order_by(Column::IsDefault, Order::Desc)
        .order_by(Column::Id, Order::Desc)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(view).collect())
}

/// Where orders go unless said otherwise.
pub async fn default(db: &impl ConnectionTrait, shopper: &str) -> AppResult<Option<Address>> {
    let row = own(shopper).filter(COLUMN.is_default.eq(true)).one(db).await?;
    Ok(row.map(view))
}

/// A shopper's own address. Another's is `not_found`, like none.
pub async fn get(db: &impl ConnectionTrait, shopper: &str, id: &str) -> AppResult<Model> {
    let row = own(shopper).filter(COLUMN.id.eq(id)).one(db).await?;
    row.ok_or_else(|| AppError::not_found("address"))
}

/// Keeps an address; the first is the default anyway.
///
/// Errors: wrong fields, or too many addresses.
pub async fn create(
    tx: &impl ConnectionTrait,
    shopper: &str,
    body: &SaveAddress,
    now: i64,
) -> AppResult<Model> {
    let fields = checked(&body.fields, "")?;
    lock(tx, shopper).await?;
    let count = own(shopper).count(tx).await?;
    if count >= validate::ADDRESSES_MAX {
        let most = format!("at most {} addresses", validate::ADDRESSES_MAX);
        return Err(AppError::invalid("", FieldCode::OutOfRange, most));
    }
    let is_default = body.is_default || count == 0;
    if is_default {
        unset_default(tx, shopper, now).await?;
    }
    let row = ActiveModel {
        id: Set(new_id()),
        shopper_id: Set(shopper.to_owned()),
        version: Set(1),
        is_default: Set(is_default),
        created_at: Set(now),
        ..columns(fields, now)
    };
    Ok(row.insert(tx).await?)
}

/// Changes an address. The default stays it until another becomes it.
pub async fn update(
    tx: &impl ConnectionTrait,
    old: Model,
    body: &SaveAddress,
    now: i64,
) -> AppResult<Model> {
    let fields = checked(&body.fields, "")?;
    if body.is_default && !old.is_default {
        unset_default(tx, &old.shopper_id, now).await?;
    }
    let row = ActiveModel {
        id: Set(old.id),
        version: Set(old.version + 1),
        is_default: Set(old.is_default || body.is_default),
        ..columns(fields, now)
    };
    Ok(row.update(tx).await?)
}

/// Forgets an address; if it was the default, the latest changed of the others becomes it.
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

/// As it goes over the wire.
pub fn view(row: Model) -> Address {
    Address {
        id: row.id.into(),
        version: u32::try_from(row.version).unwrap_or(0),
        is_default: row.is_default,
        fields: AddressFields {
            name: row.name,
            phone: row.phone,
            region: row.region,
            city: row.city,
            street: row.street,
            postal_code: row.postal_code,
        },
    }
}

fn own(shopper: &str) -> Select<Entity> {
    Entity::find().filter(COLUMN.shopper_id.eq(shopper))
}

fn columns(fields: AddressFields, now: i64) -> ActiveModel {
    ActiveModel {
        name: Set(fields.name),
        phone: Set(fields.phone),
        region: Set(fields.region),
        city: Set(fields.city),
        street: Set(fields.street),
        postal_code: Set(fields.postal_code),
        updated_at: Set(now),
        ..Default::default()
    }
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
