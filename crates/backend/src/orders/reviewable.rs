//! What reviews need to know of orders.

use sea_orm::entity::prelude::*;
use vitrine_contract::ProblemCode;

use super::entity::order;
use super::{facts, view};
use crate::error::{AppError, AppResult};

/// A line that its buyer may review now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewable {
    /// The line.
    pub line_id: String,
    /// The product.
    pub product_id: String,
    /// The variant.
    pub variant_id: String,
}

/// The line, if the shopper may review it.
///
/// Errors: `not_found` for a line of somebody else, `review_not_purchased` for
/// a cancelled order, `review_too_soon` before it has arrived,
/// `review_duplicate`. (Two reviews at the same moment are told apart by the
/// unique index of the reviews.)
pub async fn reviewable(
    tx: &impl ConnectionTrait,
    shopper: &str,
    order: &str,
    line: &str,
) -> AppResult<Reviewable> {
    let row = order::Entity::find_by_id(order.to_owned())
        .filter(order::Column::ShopperId.eq(shopper))
        .filter(order::Column::ConfirmedAt.is_not_null())
        .one(tx)
        .await?
        .ok_or_else(|| AppError::not_found("order"))?;
    let facts = facts::load(tx, vec![row]).await?.pop();
    let facts = facts.ok_or_else(|| AppError::not_found("order"))?;
    let found = facts.lines.iter().find(|row| row.id == line);
    let found = found.ok_or_else(|| AppError::not_found("line of this order"))?;
    if facts.reviewed.contains(&found.id) {
        return Err(AppError::new(ProblemCode::ReviewDuplicate).detail("it was reviewed already"));
    }
    if facts.order.cancelled_at.is_some() {
        return Err(
            AppError::new(ProblemCode::ReviewNotPurchased).detail("the order was cancelled")
        );
    }
    if !view::line_has_arrived(&facts, found) {
        return Err(AppError::new(ProblemCode::ReviewTooSoon).detail("it has not arrived yet"));
    }
    Ok(Reviewable {
        line_id: found.id.clone(),
        product_id: found.product_id.clone(),
        variant_id: found.variant_id.clone(),
    })
}
