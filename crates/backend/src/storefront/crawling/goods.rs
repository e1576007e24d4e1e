//! The products of the sitemap, in parts, with the time when each last changed: when it
//! was put up for sale, or last reviewed. Stock and sales change by the minute and are
//! no news.

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, JoinType, Order, Query, WindowStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};

use crate::products::entity::product::{self, Column};
use crate::reviews::entity::review;
use crate::reviews::reading::is_shown;

/// Products of a part; a sitemap may name five times as many.
const PART: u64 = 10_000;

#[derive(FromQueryResult)]
struct Times {
    published_at: i64,
    reviewed_at: Option<i64>,
}

impl Times {
    fn last(&self) -> i64 {
        Ord::max(self.published_at, self.reviewed_at.unwrap_or(i64::MIN))
    }
}

#[derive(FromQueryResult)]
struct Row {
    slug: String,
    #[sea_orm(nested)]
    times: Times,
}

/// When anything in each part last changed, in the order of the parts.
pub async fn parts(db: &impl ConnectionTrait) -> Result<Vec<i64>, DbErr> {
    let by_id = WindowStatement::new().order_by((product::Entity, Column::Id), Order::Asc).take();
    let mut numbered = goods().into_query();
    numbered.expr_window_as(Func::cust("ROW_NUMBER"), by_id, "place");
    let parts = Query::select()
        .expr_as(Expr::cust(format!("(place - 1) / {PART}")), "part")
        .expr_as(Expr::col("published_at").max(), "published_at")
        .expr_as(Expr::col("reviewed_at").max(), "reviewed_at")
        .from_subquery(numbered, "numbered")
        .group_by_col("part")
        .order_by("part", Order::Asc)
        .take();
    let statement = db.get_database_backend().build(&parts);
    let parts = Times::find_by_statement(statement).all(db).await?;
    Ok(parts.iter().map(Times::last).collect())
}

/// Slug and time of the products of a part, counted from 1; none beyond the last.
pub async fn part(db: &impl ConnectionTrait, number: u32) -> Result<Vec<(String, i64)>, DbErr> {
    // Ids ascend with time: what is new comes last, and the other parts stay as they are.
    let rows = goods()
        .order_by_asc(Column::Id)
        .limit(PART)
        .offset(u64::from(number.saturating_sub(1)) * PART)
        .into_model::<Row>()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.slug, row.times.last())).collect())
}

/// Every product with its times.
fn goods() -> Select<product::Entity> {
    let newest = Alias::new("newest_reviews");
    let reviews = review::Entity::find()
        .select_only()
        .column(review::Column::ProductId)
        .column_as(review::Column::WrittenAt.max(), "reviewed_at")
        .filter(is_shown())
        .group_by(review::Column::ProductId)
        .into_query();
    let on =
        Expr::col((newest.clone(), Alias::new("product_id"))).equals((product::Entity, Column::Id));
    let mut select = product::Entity::find()
        .select_only()
        .column(Column::Slug)
        .column(Column::PublishedAt)
        .expr_as(Expr::col((newest.clone(), Alias::new("reviewed_at"))), "reviewed_at");
    QueryTrait::query(&mut select).join_subquery(JoinType::LeftJoin, reviews, newest, on);
    select
}
