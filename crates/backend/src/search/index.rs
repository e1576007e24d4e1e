//! Writes the index.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::entity::search_term::{ActiveModel, Column, Entity};
use super::terms;
use crate::error::AppResult;

/// Rows that are written in one statement: SQLite takes 32,766 values at most.
pub const BATCH: usize = 2_000;

/// Where a text stands, and so how much its terms say.
#[derive(Clone, Copy, Debug)]
pub enum Field {
    /// The title, in any language.
    Title,
    /// The maker.
    Brand,
    /// A further word for it.
    Keyword,
    /// The category's name, in any language.
    Category,
}

impl Field {
    fn weight(self) -> i32 {
        match self {
            Self::Title => 40,
            Self::Brand => 30,
            Self::Keyword => 24,
            Self::Category => 12,
        }
    }
}

/// The entries of a product, each with the weight of its best field.
pub fn entries(product_id: &str, texts: &[(Field, &str)]) -> Vec<ActiveModel> {
    let mut weights: HashMap<String, i32> = HashMap::new();
    for (field, text) in texts {
        for term in terms::of_text(text) {
            let weight = weights.entry(term.as_str().to_owned()).or_default();
            *weight = field.weight().max(*weight);
        }
    }
    let entry = |(term, weight)| ActiveModel {
        term: Set(term),
        product_id: Set(product_id.to_owned()),
        weight: Set(weight),
    };
    weights.into_iter().map(entry).collect()
}

/// Puts entries into the index.
pub async fn insert(db: &impl ConnectionTrait, entries: Vec<ActiveModel>) -> AppResult<()> {
    for batch in entries.chunks(BATCH) {
        Entity::insert_many(batch.to_vec()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Replaces a product's entries, after its words changed.
pub async fn replace(
    db: &impl ConnectionTrait,
    product_id: &str,
    texts: &[(Field, &str)],
) -> AppResult<()> {
    Entity::delete_many().filter(Column::ProductId.eq(product_id)).exec(db).await?;
    insert(db, entries(product_id, texts)).await
}
