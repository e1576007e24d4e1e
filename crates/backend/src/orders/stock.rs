//! Takes goods out of stock for an order, and puts them back.

use sea_orm::ExprTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use vitrine_contract::ProblemCode;
use vitrine_contract::problem::FieldCode;

use super::entity::order_line;
use crate::error::{AppError, AppResult};
use crate::products::entity::variant;
use crate::products::stock;

/// Pieces of a variant that an order wants.
#[derive(Clone, Debug)]
pub struct Want {
    /// Where the line stands in the request.
    pub line: usize,
    /// The variant.
    pub variant: String,
    /// Its product.
    pub product: String,
    /// Pieces.
    pub quantity: i32,
    /// Pieces left when last looked at.
    pub left: i32,
}

/// Takes all or, by the transaction, nothing. Each line is one conditional
/// update, so that stock can't go negative however many buy at once.
///
/// Errors: `out_of_stock` with every line that has not enough.
pub async fn take(tx: &impl ConnectionTrait, mut wants: Vec<Want>) -> AppResult<()> {
    // Everybody locks in the same order, so that two orders can't block each other.
    wants.sort_by(|a, b| a.variant.cmp(&b.variant));
    let mut short = Vec::new();
    let mut emptied = Vec::new();
    for want in wants {
        let taken = variant::Entity::update_many()
            .col_expr(variant::Column::Stock, Expr::col(variant::Column::Stock).sub(want.quantity))
            .filter(variant::Column::Id.eq(&want.variant))
            .filter(variant::Column::Stock.gte(want.quantity))
            .exec(tx)
            .await?;
        if taken.rows_affected == 0 {
            short.push(want);
        } else if want.left <= want.quantity {
            emptied.push(want.product);
        }
    }
    if !short.is_empty() {
        short.sort_by_key(|want| want.line);
        let error = AppError::new(ProblemCode::OutOfStock).detail("not enough pieces left");
        return Err(short.into_iter().fold(error, |error, want| {
            let path = format!("lines.{}.quantity", want.line);
            error.field(path, FieldCode::OutOfRange, "more than are left")
        }));
    }
    refresh(tx, emptied).await
}

/// Puts the pieces of an order back.
pub async fn give_back(tx: &impl ConnectionTrait, lines: &[order_line::Model]) -> AppResult<()> {
    let mut lines: Vec<_> = lines.iter().collect();
    lines.sort_by(|a, b| a.variant_id.cmp(&b.variant_id));
    for line in &lines {
        variant::Entity::update_many()
            .col_expr(variant::Column::Stock, Expr::col(variant::Column::Stock).add(line.quantity))
            .filter(variant::Column::Id.eq(&line.variant_id))
            .exec(tx)
            .await?;
    }
    refresh(tx, lines.into_iter().map(|line| line.product_id.clone()).collect()).await
}

async fn refresh(tx: &impl ConnectionTrait, mut products: Vec<String>) -> AppResult<()> {
    products.sort();
    products.dedup();
    if products.is_empty() { Ok(()) } else { stock::refresh(tx, &products).await }
}
