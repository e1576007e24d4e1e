//! Finds products by the index.

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{
    Alias, Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr, UnionType,
};

use super::entity::search_term::{Column, Entity};
use super::terms::{self, Term};
use crate::error::AppResult;

/// Terms that are looked up; the rest of a longer search is ignored.
const TERMS_MAX: usize = 24;
/// Entries of one term that are looked at. A term that more products have says
/// little, and anybody can search for it: in a large shop only so many of them
/// are ranked.
const ENTRIES_MAX: u64 = 5_000;
/// Counts for more than any weight.
const A_TERM: i64 = 1_000;

/// A query over `product_id` and `score` of what `q` finds; `None` when that
/// is nothing. All terms must match; where no product has all, half of them,
/// and else any, those with the most matches first.
pub async fn find(db: &impl ConnectionTrait, q: &str) -> AppResult<Option<SelectStatement>> {
    let mut terms = terms::of_search(q);
    terms.truncate(TERMS_MAX);
    if terms.is_empty() {
        return Ok(None);
    }
    let wanted = i64::try_from(terms.len()).unwrap_or(i64::MAX);
    let best = best(db, &terms).await?;
    let least = match best {
        0 => return Ok(None),
        best if best == wanted => wanted,
        best if best * 2 >= wanted => (wanted + 1) / 2,
        _ => 1,
    };
    let mut select = grouped(&terms);
    let score = matched().mul(A_TERM).add(Func::sum(Expr::col(Alias::new("weight"))));
    select
        .column(Alias::new("product_id"))
        .expr_as(as_bigint(score), Alias::new("score"))
        .and_having(matched().gte(least));
    Ok(Some(select))
}

/// How many terms the best product matches.
async fn best(db: &impl ConnectionTrait, terms: &[Term]) -> AppResult<i64> {
    let mut counts = grouped(terms);
    counts.expr_as(matched(), Alias::new("matched"));
    let most = Query::select()
        .expr_as(as_bigint(Func::max(Expr::col(Alias::new("matched"))).into()), Alias::new("most"))
        .from_subquery(counts, Alias::new("counts"))
        .to_owned();
    let row = db.query_one(&most).await?;
    let most: Option<i64> = row.map(|row| row.try_get("", "most")).transpose()?.flatten();
    Ok(most.unwrap_or(0))
}

/// The union of what each term finds, grouped by product.
fn grouped(terms: &[Term]) -> SelectStatement {
    let mut finds = terms.iter().map(found_by);
    let mut union = finds.next().unwrap_or_default();
    for find in finds {
        union.union(UnionType::All, find);
    }
    Query::select()
        .from_subquery(union, Alias::new("found"))
        .group_by_col(Alias::new("product_id"))
        .to_owned()
}

/// The products with this term; a word counts double when it is whole.
fn found_by(term: &Term) -> SelectStatement {
    let text = term.as_str();
    let column = || Expr::col(Column::Term);
    let weight = Expr::col(Column::Weight);
    let mut entries = Query::select();
    entries.from(Entity).column(Column::ProductId).limit(ENTRIES_MAX);
    match term {
        Term::Word(_) => {
            let whole: SimpleExpr =
                Expr::case(column().eq(text), weight.clone().mul(2)).finally(weight).into();
            entries
                .expr_as(whole, Alias::new("weight"))
                .and_where(column().gte(text))
                .and_where(column().lt(format!("{text}\u{10ffff}")));
        }
        Term::Chinese(_) => {
            entries.expr_as(weight.mul(2), Alias::new("weight")).and_where(column().eq(text));
        }
    }
    Query::select()
        .column(Alias::new("product_id"))
        .expr_as(Func::max(Expr::col(Alias::new("weight"))), Alias::new("weight"))
        .from_subquery(entries, Alias::new("entries"))
        .group_by_col(Alias::new("product_id"))
        .to_owned()
}

fn matched() -> SimpleExpr {
    Func::count(Expr::col(Alias::new("product_id"))).into()
}

/// PostgreSQL sums 64-bit integers as decimals.
fn as_bigint(expr: SimpleExpr) -> SimpleExpr {
    expr.cast_as("bigint")
}
