//! Sellers, in the language asked for.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use vitrine_contract::products::Merchant;
use vitrine_i18n::Locale;

use super::entity::{merchant, merchant_text};
use crate::clock::timestamp;
use crate::db::texts;
use crate::error::{AppError, AppResult};

/// Words of these merchants, by id.
pub async fn texts_by_ids(
    db: &impl ConnectionTrait,
    lang: Locale,
    ids: impl IntoIterator<Item = String>,
) -> AppResult<HashMap<String, merchant_text::Model>> {
    let rows = merchant_text::Entity::find()
        .filter(merchant_text::Column::MerchantId.is_in(ids))
        .filter(merchant_text::Column::Lang.is_in(texts::tags(lang)))
        .all(db)
        .await?;
    Ok(texts::preferred(rows, lang, |row| (&row.merchant_id, &row.lang)))
}

/// One merchant in full.
pub async fn one(db: &impl ConnectionTrait, lang: Locale, id: &str) -> AppResult<Merchant> {
    let row = merchant::Entity::find_by_id(id).one(db).await?;
    let row = row.ok_or_else(|| AppError::internal(format!("merchant {id} is missing")))?;
    let text = texts_by_ids(db, lang, [id.to_owned()]).await?.remove(id);
    let text = text.ok_or_else(|| AppError::internal(format!("merchant {id} has no words")))?;
    Ok(Merchant {
        slug: row.slug,
        name: text.name,
        about: text.about,
        since: timestamp(row.since),
        ships_from: text.ships_from,
    })
}
