//! Everything the product page shows.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::de::DeserializeOwned;
use vitrine_contract::catalog::CategoryLink;
use vitrine_contract::products::{Parameter, Product, ProductOption, ProductPage, Variant};
use vitrine_i18n::Locale;

use super::delivery::Arrival;
use super::entity::{product, product_text, variant};
use super::{items, merchants};
use crate::catalog::{categories, tiles};
use crate::db::texts;
use crate::error::{AppError, AppResult};
use crate::reviews::{reading, totals};
use crate::state::AppState;

/// The product called `slug`; 404 when there is none.
pub async fn load(state: &AppState, lang: Locale, slug: &str) -> AppResult<ProductPage> {
    let db = &state.db.read;
    let row = by_slug(db, slug).await?;
    let review_summary = totals::summary(db, &row).await?;
    let reviews = reading::page(db, lang, &row.id, &reading::ReviewQuery::of_product()).await?;
    let product = product(db, lang, row, state.now()).await?;
    Ok(ProductPage { product, review_summary, reviews })
}

/// The row of the product called `slug`; 404 when there is none.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> AppResult<product::Model> {
    let row = product::Entity::find().filter(product::Column::Slug.eq(slug)).one(db).await?;
    row.ok_or_else(|| AppError::not_found("product"))
}

async fn product(
    db: &impl ConnectionTrait,
    lang: Locale,
    row: product::Model,
    now: i64,
) -> AppResult<Product> {
    let text = words(db, lang, &row).await?;
    let pictures = items::galleries(db, vec![row.id.clone()]).await?.remove(&row.id);
    let pictures: Vec<_> =
        pictures.unwrap_or_default().iter().map(|p| p.to_contract(&text.title)).collect();
    let variants = variants(db, lang, &row, pictures.len()).await?;
    let category = categories::link(db, lang, &row.category_id).await?;
    Ok(Product {
        category: CategoryLink { slug: category.slug, name: category.name },
        summary: text.summary,
        description: text.description.split("\n\n").map(str::to_owned).collect(),
        brand: row.brand.clone(),
        parameters: json::<Vec<Parameter>>(&text.parameters)?,
        pictures,
        options: json::<Vec<ProductOption>>(&text.options)?,
        variants,
        merchant: merchants::one(db, lang, &row.merchant_id).await?,
        delivery: Arrival::of(&row, now).to_contract(),
        rating: tiles::rating(&row),
        units_sold: row.units_sold.unsigned_abs(),
        title: text.title,
        id: row.id.into(),
        slug: row.slug,
    })
}

async fn words(
    db: &impl ConnectionTrait,
    lang: Locale,
    row: &product::Model,
) -> AppResult<product_text::Model> {
    let rows = product_text::Entity::find()
        .filter(product_text::Column::ProductId.eq(&row.id))
        .filter(product_text::Column::Lang.is_in(texts::tags(lang)))
        .all(db)
        .await?;
    texts::preferred(rows, lang, |text| (&text.product_id, &text.lang))
        .remove(&row.id)
        .ok_or_else(|| AppError::internal(format!("product {} has no words", row.slug)))
}

async fn variants(
    db: &impl ConnectionTrait,
    lang: Locale,
    row: &product::Model,
    pictures: usize,
) -> AppResult<Vec<Variant>> {
    let rows = variant::Entity::find()
        .filter(variant::Column::ProductId.eq(&row.id))
        .filter(variant::Column::Active.eq(true))
        .order_by_asc(variant::Column::Position)
        .all(db)
        .await?;
    let mut names = items::variant_names(db, lang, rows.iter().map(|v| v.id.clone())).await?;
    let to_contract = |v: variant::Model| {
        let picture = usize::try_from(v.picture).unwrap_or(0);
        Ok(Variant {
            name: names.remove(&v.id).unwrap_or_default(),
            sku: v.sku,
            choice: json(&v.choice)?,
            price: items::money(v.price, &row.currency)?,
            before_price: v.before_price.map(|p| items::money(p, &row.currency)).transpose()?,
            stock: v.stock.unsigned_abs(),
            picture: picture.min(pictures.saturating_sub(1)),
            id: v.id.into(),
        })
    };
    rows.into_iter().map(to_contract).collect()
}

fn json<T: DeserializeOwned>(text: &str) -> AppResult<T> {
    serde_json::from_str(text).map_err(AppError::internal)
}
