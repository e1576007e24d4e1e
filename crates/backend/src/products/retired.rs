//! Names that products had: links to them live on elsewhere.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::entity::{product, retired_slug};
use crate::error::AppResult;

/// What became of a name that is no product's any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retired {
    /// The goods are gone for good.
    Gone,
    /// They have this name now.
    Renamed(String),
}

/// What became of `slug`; `None` when no product ever had it. To be asked only where no
/// product has it now.
pub async fn find(db: &impl ConnectionTrait, slug: &str) -> AppResult<Option<Retired>> {
    let Some(row) = retired_slug::Entity::find_by_id(slug).one(db).await? else {
        return Ok(None);
    };
    // By its id, so that several changes of name lead to the last one at once.
    let product = match row.product_id {
        Some(id) => product::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    Ok(Some(product.map_or(Retired::Gone, |product| Retired::Renamed(product.slug))))
}

/// Notes that no product has `slug` any more: in the transaction that renames one
/// (`successor` is its id), replaces it by another (that one's), or takes it away (none).
/// A product that is taken away takes its former names along: they are gone, too. After
/// the commit, `catalog::bump_version`.
pub async fn note(
    db: &impl ConnectionTrait,
    slug: &str,
    successor: Option<&str>,
    now: i64,
) -> AppResult<()> {
    let row = retired_slug::ActiveModel {
        slug: Set(slug.to_owned()),
        product_id: Set(successor.map(str::to_owned)),
        retired_at: Set(now),
    };
    let again = OnConflict::column(retired_slug::Column::Slug)
        .update_columns([retired_slug::Column::ProductId, retired_slug::Column::RetiredAt])
        .to_owned();
    retired_slug::Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}
