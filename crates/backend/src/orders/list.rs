//! A shopper's orders, the newest first, page by page.

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use vitrine_contract::orders::OrderSummary;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::{List, Meta};
use vitrine_i18n::Locale;

use super::entity::order;
use super::{facts, view};
use crate::error::{AppError, AppResult};

/// Orders a page holds.
const PAGE: u64 = 20;

/// A page of the shopper's orders. The cursor is the last one's time and id,
/// so that new orders do not move the pages.
pub async fn list(
    db: &impl ConnectionTrait,
    shopper: &str,
    cursor: Option<&str>,
    locale: Locale,
) -> AppResult<List<OrderSummary>> {
    let own = || {
        order::Entity::find()
            .filter(order::Column::ShopperId.eq(shopper))
            .filter(order::Column::ConfirmedAt.is_not_null())
    };
    let total = own().count(db).await?;
    let mut query = own();
    if let Some(cursor) = cursor {
        let (at, id) = parse(cursor)?;
        query = query.filter(Condition::any().add(order::Column::PlacedAt.lt(at)).add(
            Condition::all().add(order::Column::PlacedAt.eq(at)).add(order::Column::Id.lt(id)),
        ));
    }
    let mut rows = query
        .order_by_desc(order::Column::PlacedAt)
        .order_by_desc(order::Column::Id)
        .limit(PAGE + 1)
        .all(db)
        .await?;
    let more = rows.len() as u64 > PAGE;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| format!("{}.{}", row.placed_at, row.id));
    let facts = facts::load(db, rows).await?;
    let items = facts.iter().map(|facts| view::summary(facts, locale)).collect::<AppResult<_>>()?;
    Ok(List { items, meta: Meta { total: Some(total), next } })
}

fn parse(cursor: &str) -> AppResult<(i64, &str)> {
    cursor
        .split_once('.')
        .and_then(|(at, id)| Some((at.parse().ok()?, id)))
        .ok_or_else(|| AppError::invalid("cursor", FieldCode::Invalid, "not a cursor of this list"))
}
