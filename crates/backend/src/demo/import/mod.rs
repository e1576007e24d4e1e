//! Brings the demo goods into the database on the first start, with drawn
//! pictures, and puts photos in their place in the background.

mod crops;
mod files;
mod goods;
mod photos;
mod reviews;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, TransactionTrait,
};
use vitrine_i18n::Locale;

pub use self::photos::{run as import_photos, spawn as spawn_photos};
use crate::StartError;
use crate::catalog::entity::{category, category_text};
use crate::clock::{millis, new_id};
use crate::error::AppResult;
use crate::products::entity::{merchant, merchant_text};
use crate::search;
use crate::state::AppState;

/// Imports the goods when the shop has none, in one transaction.
pub async fn import_once(state: &AppState) -> Result<(), StartError> {
    if category::Entity::find().count(&state.db.read).await? > 0 {
        return Ok(());
    }
    let tx = state.db.write.begin().await?;
    let merchants = merchants(&tx).await?;
    let mut entries = Vec::new();
    let mut products = 0;
    for (position, shelf) in files::shelves()?.into_iter().enumerate() {
        let category_id = category(&tx, position, &shelf).await?;
        let mut batch = goods::Batch::default();
        for goods in &shelf.goods {
            batch.add(goods, &shelf.category, &category_id, &merchants)?;
        }
        let reviewed = reviews::Batch::of(&shelf.reviews, &mut batch)?;
        products += batch.products.len();
        let cover = batch.product_id(&shelf.category.cover).map(str::to_owned);
        entries.append(&mut batch.entries);
        batch.insert(&tx).await?;
        reviewed.insert(&tx).await?;
        category::Entity::update_many()
            .col_expr(category::Column::CoverProductId, Expr::value(cover))
            .filter(category::Column::Id.eq(category_id))
            .exec(&tx)
            .await?;
    }
    search::index::insert(&tx, entries).await?;
    tx.commit().await?;
    tracing::info!(products, "the demo goods are on the shelves");
    Ok(())
}

/// Puts in the sellers; returns their ids by slug.
async fn merchants(
    db: &impl ConnectionTrait,
) -> Result<std::collections::HashMap<String, String>, StartError> {
    let mut ids = std::collections::HashMap::new();
    let (mut rows, mut words) = (Vec::new(), Vec::new());
    for file in files::merchants()? {
        let id = new_id();
        ids.insert(file.slug.clone(), id.clone());
        for lang in Locale::ALL {
            words.push(merchant_text::ActiveModel {
                merchant_id: Set(id.clone()),
                lang: Set(lang.tag().to_owned()),
                name: Set(file.name.get(lang).to_owned()),
                about: Set(file.about.get(lang).to_owned()),
                ships_from: Set(file.ships_from.get(lang).to_owned()),
            });
        }
        let since = at(&format!("{}T00:00:00+08:00", file.since))?;
        rows.push(merchant::Model { id, slug: file.slug, since }.into_active_model());
    }
    insert_all::<merchant::Entity, _>(db, rows).await?;
    insert_all::<merchant_text::Entity, _>(db, words).await?;
    Ok(ids)
}

/// Puts in a category, its cover still open; returns its id.
async fn category(
    db: &impl ConnectionTrait,
    position: usize,
    shelf: &files::Shelf,
) -> AppResult<String> {
    let id = new_id();
    let row = category::Model {
        id: id.clone(),
        slug: shelf.category.slug.clone(),
        position: i32::try_from(position).unwrap_or(i32::MAX),
        cover_product_id: None,
        product_count: i64::try_from(shelf.goods.len()).unwrap_or(i64::MAX),
    };
    let words = Locale::ALL.map(|lang| category_text::ActiveModel {
        category_id: Set(id.clone()),
        lang: Set(lang.tag().to_owned()),
        name: Set(shelf.category.name.get(lang).to_owned()),
        tagline: Set(shelf.category.tagline.get(lang).to_owned()),
    });
    insert_all::<category::Entity, _>(db, vec![row.into_active_model()]).await?;
    insert_all::<category_text::Entity, _>(db, words.to_vec()).await?;
    Ok(id)
}

/// Unix milliseconds of a time in the files.
fn at(text: &str) -> Result<i64, StartError> {
    millis(text).ok_or_else(|| format!("demo data: {text} is not a time").into())
}

/// Rows a statement: SQLite takes 32,766 values, our widest row has 21.
const BATCH: usize = 1_000;

async fn insert_all<E, A>(db: &impl ConnectionTrait, rows: Vec<A>) -> AppResult<()>
where
    E: EntityTrait,
    A: sea_orm::ActiveModelTrait<Entity = E> + Send,
{
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let batch: Vec<A> = rows.by_ref().take(BATCH).collect();
        E::insert_many(batch).exec_without_returning(db).await?;
    }
    Ok(())
}
