//! Categories, in the language asked for.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use vitrine_contract::catalog::{Category, CategoryLink};
use vitrine_i18n::Locale;

use super::entity::{category, category_text};
use crate::db::texts;
use crate::error::{AppError, AppResult};
use crate::media::entity::picture;
use crate::products::items;

/// A category with its words.
pub struct Named {
    /// Its row.
    pub row: category::Model,
    /// Its words.
    pub text: category_text::Model,
}

impl Named {
    /// As a link.
    pub fn link(&self) -> CategoryLink {
        CategoryLink { slug: self.row.slug.clone(), name: self.text.name.clone() }
    }
}

/// All categories in the shop's order: few, whatever the number of products.
pub async fn all(db: &impl ConnectionTrait, lang: Locale) -> AppResult<Vec<Named>> {
    let rows = category::Entity::find()
        .order_by_asc(category::Column::Position)
        .order_by_asc(category::Column::Id)
        .all(db)
        .await?;
    let words = category_text::Entity::find()
        .filter(category_text::Column::Lang.is_in(texts::tags(lang)))
        .all(db)
        .await?;
    let mut words = texts::preferred(words, lang, |text| (&text.category_id, &text.lang));
    // A category without words is not shown yet.
    Ok(rows
        .into_iter()
        .filter_map(|row| words.remove(&row.id).map(|text| Named { row, text }))
        .collect())
}

/// With covers, as the contract knows them; those without goods are left out.
pub async fn with_covers(
    db: &impl ConnectionTrait,
    categories: &[Named],
) -> AppResult<Vec<Category>> {
    let covers = categories.iter().filter_map(|c| c.row.cover_product_id.clone()).collect();
    let galleries = items::galleries(db, covers).await?;
    let cover = |named: &Named| -> Option<picture::Model> {
        galleries.get(named.row.cover_product_id.as_ref()?)?.first().cloned()
    };
    let to_contract = |named: &Named| {
        Some(Category {
            slug: named.row.slug.clone(),
            name: named.text.name.clone(),
            tagline: named.text.tagline.clone(),
            cover: cover(named)?.to_contract(""),
            product_count: named.row.product_count.unsigned_abs(),
        })
    };
    Ok(categories.iter().filter_map(to_contract).collect())
}

/// One category as a link.
pub async fn link(db: &impl ConnectionTrait, lang: Locale, id: &str) -> AppResult<CategoryLink> {
    let found = all(db, lang).await?.into_iter().find(|named| named.row.id == id);
    found
        .map(|named| named.link())
        .ok_or_else(|| AppError::internal(format!("category {id} is missing")))
}
