//! Lists of products: filter, sort, seek.

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, JoinType, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};
use vitrine_contract::catalog::{PriceRange, ProductList, Sort};
use vitrine_contract::{List, Meta};
use vitrine_i18n::Locale;

use super::cursor::Cursor;
use super::query::ListQuery;
use super::{categories, tiles};
use crate::error::{AppError, AppResult};
use crate::products::entity::product::{self, Column};
use crate::products::items::money;
use crate::search::matching;
use crate::state::AppState;

/// Counted exactly up to here; larger lists say no total.
const COUNT_MAX: u64 = 1_000;

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    product: product::Model,
    sort_key: i64,
}

/// A page of the list. 404 for an unknown category.
pub async fn load(state: &AppState, lang: Locale, query: &ListQuery) -> AppResult<ProductList> {
    let db = &state.db.read;
    let categories = categories::all(db, lang).await?;
    let category = match &query.category {
        Some(slug) => Some(
            categories
                .iter()
                .position(|named| named.row.slug == *slug)
                .ok_or_else(|| AppError::not_found("category"))?,
        ),
        None => None,
    };
    let category_id = category.map(|at| categories[at].row.id.as_str());
    let found = match &query.q {
        Some(q) => Some(matching::find(db, q).await?),
        None => None,
    };
    let links = categories.iter().map(categories::Named::link).collect();
    let shown = match category {
        Some(at) => categories::with_covers(db, &categories[at..=at]).await?.pop(),
        None => None,
    };
    if found.as_ref().is_some_and(Option::is_none) {
        let list = List { items: vec![], meta: Meta { total: Some(0), next: None } };
        return Ok(ProductList { list, category: shown, categories: links, price_range: None });
    }
    let matches = found.flatten();
    let base = base(query, category_id, matches);
    let filtered = price_filter(base.clone(), query);

    let rows = page(db, &filtered, query).await?;
    let whole = query.cursor.is_none() && rows.len() as u64 <= query.limit;
    let total = if whole { Some(rows.len() as u64) } else { count(db, &filtered).await? };
    let (rows, next) = cut(rows, query);
    Ok(ProductList {
        list: List { items: tiles::load(db, lang, rows).await?, meta: Meta { total, next } },
        category: shown,
        categories: links,
        price_range: price_range(db, &base).await?,
    })
}

/// Everything but the price filter.
fn base(
    query: &ListQuery,
    category_id: Option<&str>,
    matches: Option<SelectStatement>,
) -> Select<product::Entity> {
    let mut select = product::Entity::find();
    if let Some(id) = category_id {
        select = select.filter(Column::CategoryId.eq(id));
    }
    if query.in_stock {
        select = select.filter(Column::InStock.eq(true));
    }
    if let Some(matches) = matches {
        let on = Expr::col((Alias::new("matches"), Alias::new("product_id")))
            .equals((product::Entity, Column::Id));
        QueryTrait::query(&mut select).join_subquery(
            JoinType::InnerJoin,
            matches,
            Alias::new("matches"),
            on,
        );
    }
    select
}

fn price_filter(mut select: Select<product::Entity>, query: &ListQuery) -> Select<product::Entity> {
    if let Some(min) = query.price_min {
        select = select.filter(Column::Price.gte(min));
    }
    if let Some(max) = query.price_max {
        select = select.filter(Column::Price.lte(max));
    }
    select
}

/// What the list is sorted by, and whether ascending.
fn sort_key(sort: &Sort) -> (SimpleExpr, bool) {
    let column = |column: Column| Expr::col((product::Entity, column));
    match sort {
        Sort::PriceAsc => (column(Column::Price), true),
        Sort::PriceDesc => (column(Column::Price), false),
        Sort::Rating => (column(Column::RatingScore), false),
        Sort::Newest => (column(Column::PublishedAt), false),
        Sort::Sales | Sort::Other(_) => (column(Column::UnitsSold), false),
        Sort::Relevance => (relevance(), false),
    }
}

/// Score of the match, then sales: `score × 10⁶ + min(units sold, 10⁶ − 1)`.
fn relevance() -> SimpleExpr {
    const BEYOND: i64 = 999_999;
    let sold = Expr::col((product::Entity, Column::UnitsSold));
    let sold: SimpleExpr = Expr::case(sold.clone().gt(BEYOND), BEYOND).finally(sold).into();
    let score = Expr::col((Alias::new("matches"), Alias::new("score")));
    ExprTrait::add(score.mul(BEYOND + 1), sold)
}

async fn page(
    db: &impl ConnectionTrait,
    filtered: &Select<product::Entity>,
    query: &ListQuery,
) -> AppResult<Vec<Row>> {
    let (key, ascending) = sort_key(&query.sort);
    let order = if ascending { Order::Asc } else { Order::Desc };
    let id = Expr::col((product::Entity, Column::Id));
    let mut select = filtered.clone();
    if let Some(cursor) = &query.cursor {
        select = select.filter(cursor.after(key.clone(), id.clone(), ascending));
    }
    Ok(select
        .expr_as(key.clone(), "sort_key")
        .order_by(key, order.clone())
        .order_by(id, order)
        .limit(query.limit + 1)
        .into_model::<Row>()
        .all(db)
        .await?)
}

/// The page without the row that only told that there are more.
fn cut(mut rows: Vec<Row>, query: &ListQuery) -> (Vec<product::Model>, Option<String>) {
    let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let last = rows.last().filter(|_| more);
    let next = last.map(|row| {
        Cursor { key: row.sort_key, id: row.product.id.clone() }.write(query.sort.as_str())
    });
    (rows.into_iter().map(|row| row.product).collect(), next)
}

/// How many there are, unless there are very many.
async fn count(
    db: &impl ConnectionTrait,
    filtered: &Select<product::Entity>,
) -> AppResult<Option<u64>> {
    let mut some = filtered.clone().select_only().expr_as(Expr::value(1), "one");
    some = some.limit(COUNT_MAX + 1);
    let count = sea_orm::sea_query::Query::select()
        .expr_as(Func::count(Expr::val(1)), Alias::new("many"))
        .from_subquery(some.into_query(), Alias::new("some"))
        .to_owned();
    let row = db.query_one(&count).await?;
    let many: i64 = row.map(|row| row.try_get("", "many")).transpose()?.unwrap_or(0);
    Ok(Some(many.unsigned_abs()).filter(|many| *many <= COUNT_MAX))
}

/// Two short walks to either end of the price's index.
async fn price_range(
    db: &impl ConnectionTrait,
    base: &Select<product::Entity>,
) -> AppResult<Option<PriceRange>> {
    let end = |order: Order| {
        let select = base.clone().select_only().columns([Column::Price, Column::Currency]);
        select.order_by(Column::Price, order).into_tuple::<(i64, String)>().one(db)
    };
    let (Some((min, currency)), Some((max, _))) = (end(Order::Asc).await?, end(Order::Desc).await?)
    else {
        return Ok(None);
    };
    Ok(Some(PriceRange { min: money(min, &currency)?, max: money(max, &currency)? }))
}
