//! Forgets demo shoppers who do not come back: every visitor makes one, with
//! three orders each.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{Condition, ExprTrait, QuerySelect, Set, TransactionTrait};
use vitrine_contract::reviews::ReviewStatus;

use crate::clock::DAY;
use crate::error::AppResult;
use crate::identity::entity::{session, shopper};
use crate::orders::entity::order;
use crate::reviews::entity::review;
use crate::state::AppState;

/// How long after the last sign-in or order a demo shopper is kept.
const KEPT: i64 = 7 * DAY;
/// The most that are forgotten in one round; the next one goes on.
const AT_ONCE: u64 = 500;

/// Forgets idle demo shoppers and their orders. What others see of them, their
/// published reviews, stays without them. Returns how many.
pub async fn forget_idle(state: &AppState) -> AppResult<u64> {
    let before = state.now() - KEPT;
    let idle: Vec<String> = shopper::Entity::find()
        .select_only()
        .column(shopper::Column::Id)
        .filter(is_idle(before))
        .limit(AT_ONCE)
        .into_tuple()
        .all(&state.db.read)
        .await?;
    let mut forgotten = 0;
    for id in idle {
        // One at a time: on SQLite all other writers wait for each.
        forgotten += u64::from(forget(state, &id, before).await?);
    }
    Ok(forgotten)
}

fn is_idle(before: i64) -> Condition {
    let of_shopper = Expr::col((shopper::Entity, shopper::Column::Id));
    let signed_in = Query::select()
        .expr(Expr::value(1))
        .from(session::Entity)
        .and_where(Expr::col((session::Entity, session::Column::ShopperId)).eq(of_shopper.clone()))
        .and_where(session::Column::CreatedAt.gte(before))
        .take();
    let bought = Query::select()
        .expr(Expr::value(1))
        .from(order::Entity)
        .and_where(Expr::col((order::Entity, order::Column::ShopperId)).eq(of_shopper))
        .and_where(order::Column::PlacedAt.gte(before))
        .take();
    Condition::all()
        .add(shopper::Column::Demo.eq(true))
        .add(shopper::Column::CreatedAt.lt(before))
        .add(Expr::exists(signed_in).not())
        .add(Expr::exists(bought).not())
}

async fn forget(state: &AppState, id: &str, before: i64) -> AppResult<bool> {
    let tx = state.db.write.begin().await?;
    // The shopper may have come back meanwhile. Sessions, addresses and cards go along.
    let gone = shopper::Entity::delete_many()
        .filter(shopper::Column::Id.eq(id))
        .filter(is_idle(before))
        .exec(&tx)
        .await?;
    if gone.rows_affected == 0 {
        return Ok(false);
    }
    review::Entity::delete_many()
        .filter(review::Column::ShopperId.eq(id))
        .filter(review::Column::Status.eq(ReviewStatus::Pending.as_str()))
        .exec(&tx)
        .await?;
    review::Entity::update_many()
        .set(review::ActiveModel {
            shopper_id: Set(None),
            order_line_id: Set(None),
            ..Default::default()
        })
        .filter(review::Column::ShopperId.eq(id))
        .exec(&tx)
        .await?;
    order::Entity::delete_many().filter(order::Column::ShopperId.eq(id)).exec(&tx).await?;
    tx.commit().await?;
    Ok(true)
}
