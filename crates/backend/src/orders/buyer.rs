//! What orders need to know of the shopper: addresses, means of payment, and
//! what was bought before.

use sea_orm::entity::prelude::*;
use sea_orm::{JoinType, QuerySelect};
use vitrine_contract::addresses::{AddressFields, SaveAddress};
use vitrine_contract::payments::{PaymentChoice, PaymentKind};
use vitrine_contract::problem::FieldCode;
use vitrine_contract::{Currency, Money, ProblemCode};

use super::entity::{order, order_line};
use crate::addresses;
use crate::error::{AppError, AppResult};
use crate::payments::methods;
use crate::state::AppState;

/// How an order is paid.
#[derive(Clone, Debug)]
pub struct Means {
    /// Kind.
    pub kind: PaymentKind,
    /// The provider; none for cash.
    pub provider: Option<String>,
    /// The provider's token.
    pub token: Option<String>,
    /// In words, for example `•••• 4242`; empty for cash.
    pub label: String,
    /// Up to this total no password is asked; only stored means have it.
    pub password_free_limit: Option<Money>,
}

/// The means of payment that was chosen; `None` for one that is not the shopper's.
///
/// Errors: `invalid_input` for a token that no provider knows.
pub async fn means(
    state: &AppState,
    tx: &impl ConnectionTrait,
    shopper: Option<&str>,
    choice: &PaymentChoice,
) -> AppResult<Option<Means>> {
    let by_token = |token: &str, limit: Option<Money>| {
        state.providers.of_token(token).map(|(provider, label)| Means {
            kind: PaymentKind::Card,
            provider: Some(provider.to_owned()),
            token: Some(token.to_owned()),
            label,
            password_free_limit: limit,
        })
    };
    match choice {
        PaymentChoice::CashOnDelivery => Ok(Some(Means {
            kind: PaymentKind::CashOnDelivery,
            provider: None,
            token: None,
            label: String::new(),
            password_free_limit: None,
        })),
        PaymentChoice::Token { token } => by_token(token, None).map(Some).ok_or_else(|| {
            AppError::invalid("payment.token", FieldCode::Unknown, "no provider knows this token")
        }),
        PaymentChoice::Method { id } => {
            let Some(shopper) = shopper else { return Ok(None) };
            let Some(row) = or_none(methods::store::get(tx, shopper, id.as_str()).await)? else {
                return Ok(None);
            };
            let limit = Money::new(row.password_free_limit, Currency::new(&row.currency)?);
            let means = by_token(&row.token, Some(limit));
            Ok(means.map(|means| Means { label: row.label, ..means }))
        }
    }
}

/// A stored address; `None` for one that is not the shopper's.
pub async fn address(
    tx: &impl ConnectionTrait,
    shopper: &str,
    id: &str,
) -> AppResult<Option<AddressFields>> {
    let row = or_none(addresses::store::get(tx, shopper, id).await)?;
    Ok(row.map(|row| addresses::store::view(row).fields))
}

/// Keeps a typed address as the default. One that is too many is not kept: the
/// order matters more.
pub async fn save_address(
    tx: &impl ConnectionTrait,
    shopper: &str,
    fields: &AddressFields,
    now: i64,
) -> AppResult<()> {
    let body = SaveAddress { fields: fields.clone(), is_default: true };
    match addresses::store::create(tx, shopper, &body, now).await {
        Err(error) if *error.code() == ProblemCode::InvalidInput => Ok(()),
        other => other.map(|_| ()),
    }
}

/// Whether the shopper bought the product before; orders called off don't count.
pub async fn bought_before(
    tx: &impl ConnectionTrait,
    shopper: &str,
    product: &str,
) -> AppResult<bool> {
    let to_order = order_line::Entity::belongs_to(order::Entity)
        .from(order_line::Column::OrderId)
        .to(order::Column::Id)
        .into();
    let found: Option<String> = order_line::Entity::find()
        .select_only()
        .column(order_line::Column::Id)
        .join(JoinType::InnerJoin, to_order)
        .filter(order_line::Column::ShopperId.eq(shopper))
        .filter(order_line::Column::ProductId.eq(product))
        .filter(order::Column::ConfirmedAt.is_not_null())
        .filter(order::Column::CancelledAt.is_null())
        .limit(1)
        .into_tuple()
        .one(tx)
        .await?;
    Ok(found.is_some())
}

fn or_none<T>(found: AppResult<T>) -> AppResult<Option<T>> {
    match found {
        Err(error) if *error.code() == ProblemCode::NotFound => Ok(None),
        other => other.map(Some),
    }
}
