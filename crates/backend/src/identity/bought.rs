//! What a shopper bought before.

use sea_orm::entity::prelude::*;
use sea_orm::{Order, QueryOrder, QuerySelect};
use vitrine_contract::ProductId;

use crate::error::AppResult;
use crate::orders::entity::{order, order_line};

/// The most products told.
const MAX: u64 = 200;

/// Products bought before, the latest first; orders that were called off don't count.
pub async fn products(db: &impl ConnectionTrait, shopper: &str) -> AppResult<Vec<ProductId>> {
    use order_line::Column::{Id, OrderId, ProductId as Product};
    // Ids of lines ascend with time.
    let kept = order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .filter(order::COLUMN.shopper_id.eq(shopper))
        .filter(order::COLUMN.confirmed_at.is_not_null())
        .filter(order::COLUMN.cancelled_at.is_null());
    let rows: Vec<(String, Option<String>)> = order_line::Entity::find()
        .select_only()
        .column(Product)
        .column_as(Id.max(), "latest")
        .filter(order_line::COLUMN.shopper_id.eq(shopper))
        .filter(OrderId.in_subquery(sea_orm::QueryTrait::into_query(kept)))
        .group_by(Product)
        .order_by(Id.max(), Order::Desc)
        .limit(MAX)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(product, _)| product.into()).collect())
}
