//! Everything the home page shows.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use vitrine_contract::catalog::{Home, ProductTile, Shelf};
use vitrine_i18n::Locale;

use super::{categories, tiles};
use crate::error::AppResult;
use crate::products::entity::product;
use crate::state::AppState;

/// Products on a shelf: as many as a desk shows in a row.
const SHELF: usize = 5;
/// The best sold of a category, of which the lowest priced are put on the shelf.
const BEST_SOLD: u64 = 12;

/// Categories, and a shelf of each that has goods in stock.
pub async fn load(state: &AppState, lang: Locale) -> AppResult<Home> {
    let db = &state.db.read;
    let named = categories::all(db, lang).await?;
    let mut shelves = Vec::with_capacity(named.len());
    for category in &named {
        let products = chosen(db, &category.row.id).await?;
        shelves.push((category.row.slug.clone(), products));
    }
    // One batch for the tiles of all shelves.
    let every: Vec<_> = shelves.iter().flat_map(|(_, products)| products.clone()).collect();
    let tiles = tiles::load(db, lang, every).await?;
    let mut tiles: HashMap<_, ProductTile> =
        tiles.into_iter().map(|tile| (tile.id.0.clone(), tile)).collect();
    let shelves = shelves.into_iter().map(|(category, products)| Shelf {
        category,
        products: products.iter().filter_map(|product| tiles.remove(&product.id)).collect(),
    });
    Ok(Home {
        shelves: shelves.filter(|shelf| !shelf.products.is_empty()).collect(),
        categories: categories::with_covers(db, &named).await?,
    })
}

/// The lowest priced of the best sold that are in stock.
async fn chosen(db: &impl ConnectionTrait, category: &str) -> AppResult<Vec<product::Model>> {
    let mut best = product::Entity::find()
        .filter(product::Column::CategoryId.eq(category))
        .filter(product::Column::InStock.eq(true))
        .order_by_desc(product::Column::UnitsSold)
        .order_by_desc(product::Column::Id)
        .limit(BEST_SOLD)
        .all(db)
        .await?;
    best.sort_by_key(|product| product.price);
    best.truncate(SHELF);
    Ok(best)
}
