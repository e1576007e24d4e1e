//! Variants with everything that a tile, a cart or an order shows of them,
//! loaded in batches.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use vitrine_contract::media::Picture;
use vitrine_contract::{Currency, Money};
use vitrine_i18n::Locale;

use super::entity::{product, product_picture, product_text, variant, variant_text};
use super::merchants;
use crate::db::texts;
use crate::error::{AppError, AppResult};
use crate::media::pictures;

/// A variant, in words and pictures.
#[derive(Clone, Debug)]
pub struct Item {
    /// The variant's row.
    pub variant: variant::Model,
    /// Its product's row.
    pub product: product::Model,
    /// The product's title.
    pub title: String,
    /// The choice in words; empty when there is none.
    pub variant_name: String,
    /// The picture of the variant.
    pub picture: Picture,
    /// The seller's name.
    pub merchant: String,
}

impl Item {
    /// Price of one piece.
    pub fn price(&self) -> AppResult<Money> {
        money(self.variant.price, &self.product.currency)
    }

    /// Lowest price of the 30 days before the reduction, when reduced.
    pub fn before_price(&self) -> AppResult<Option<Money>> {
        self.variant.before_price.map(|price| money(price, &self.product.currency)).transpose()
    }
}

/// An amount from the database.
pub fn money(amount: i64, currency: &str) -> AppResult<Money> {
    Ok(Money::new(amount, Currency::new(currency)?))
}

/// These variants by id, also those no longer sold; unknown ids are left out.
pub async fn by_variant_ids(
    db: &impl ConnectionTrait,
    lang: Locale,
    ids: impl IntoIterator<Item = String>,
) -> AppResult<HashMap<String, Item>> {
    let variants = variant::Entity::find().filter(variant::Column::Id.is_in(ids)).all(db).await?;
    let product_ids: HashSet<_> = variants.iter().map(|v| v.product_id.clone()).collect();
    let products =
        product::Entity::find().filter(product::Column::Id.is_in(product_ids)).all(db).await?;
    complete(db, lang, products, variants).await
}

/// The default variants of these products, by the variant's id.
pub async fn defaults_of(
    db: &impl ConnectionTrait,
    lang: Locale,
    products: Vec<product::Model>,
) -> AppResult<HashMap<String, Item>> {
    let ids = products.iter().map(|p| p.default_variant_id.clone());
    let variants = variant::Entity::find().filter(variant::Column::Id.is_in(ids)).all(db).await?;
    complete(db, lang, products, variants).await
}

async fn complete(
    db: &impl ConnectionTrait,
    lang: Locale,
    products: Vec<product::Model>,
    variants: Vec<variant::Model>,
) -> AppResult<HashMap<String, Item>> {
    if variants.is_empty() {
        return Ok(HashMap::new());
    }
    let product_ids: Vec<_> = products.iter().map(|p| p.id.clone()).collect();
    let titles = titles(db, lang, product_ids.clone()).await?;
    let names = variant_names(db, lang, variants.iter().map(|v| v.id.clone())).await?;
    let gallery = galleries(db, product_ids).await?;
    let merchant_ids: HashSet<_> = products.iter().map(|p| p.merchant_id.clone()).collect();
    let merchants = merchants::texts_by_ids(db, lang, merchant_ids).await?;
    let products: HashMap<_, _> = products.into_iter().map(|p| (p.id.clone(), p)).collect();

    let mut items = HashMap::with_capacity(variants.len());
    for variant in variants {
        let Some(product) = products.get(&variant.product_id).cloned() else { continue };
        let title = titles.get(&product.id).cloned().unwrap_or_default();
        let own = gallery.get(&product.id).map_or(&[][..], Vec::as_slice);
        let picture = usize::try_from(variant.picture).ok().and_then(|at| own.get(at));
        let picture = picture.or(own.first()).ok_or_else(|| {
            AppError::internal(format!("product {} has no picture", product.slug))
        })?;
        let item = Item {
            picture: picture.to_contract(&title),
            title,
            variant_name: names.get(&variant.id).cloned().unwrap_or_default(),
            merchant: merchants
                .get(&product.merchant_id)
                .map(|m| m.name.clone())
                .unwrap_or_default(),
            product,
            variant,
        };
        items.insert(item.variant.id.clone(), item);
    }
    Ok(items)
}

/// The products' titles only: descriptions are long.
async fn titles(
    db: &impl ConnectionTrait,
    lang: Locale,
    ids: Vec<String>,
) -> AppResult<HashMap<String, String>> {
    use sea_orm::QuerySelect;
    let rows: Vec<(String, String, String)> = product_text::Entity::find()
        .select_only()
        .columns([
            product_text::Column::ProductId,
            product_text::Column::Lang,
            product_text::Column::Title,
        ])
        .filter(product_text::Column::ProductId.is_in(ids))
        .filter(product_text::Column::Lang.is_in(texts::tags(lang)))
        .into_tuple()
        .all(db)
        .await?;
    let chosen = texts::preferred(rows, lang, |(id, tag, _)| (id, tag));
    Ok(chosen.into_iter().map(|(id, (_, _, title))| (id, title)).collect())
}

/// The variants' choices in words.
pub async fn variant_names(
    db: &impl ConnectionTrait,
    lang: Locale,
    ids: impl IntoIterator<Item = String>,
) -> AppResult<HashMap<String, String>> {
    let rows = variant_text::Entity::find()
        .filter(variant_text::Column::VariantId.is_in(ids))
        .filter(variant_text::Column::Lang.is_in(texts::tags(lang)))
        .all(db)
        .await?;
    let chosen = texts::preferred(rows, lang, |row| (&row.variant_id, &row.lang));
    Ok(chosen.into_iter().map(|(id, row)| (id, row.name)).collect())
}

/// The products' pictures in the order of their galleries, by the product's id.
pub async fn galleries(
    db: &impl ConnectionTrait,
    product_ids: Vec<String>,
) -> AppResult<HashMap<String, Vec<crate::media::entity::picture::Model>>> {
    use sea_orm::QueryOrder;
    let places = product_picture::Entity::find()
        .filter(product_picture::Column::ProductId.is_in(product_ids))
        .order_by_asc(product_picture::Column::Position)
        .all(db)
        .await?;
    let rows = pictures::by_ids(db, places.iter().map(|p| p.picture_id.clone())).await?;
    let mut galleries: HashMap<_, Vec<_>> = HashMap::new();
    for place in places {
        if let Some(picture) = rows.get(&place.picture_id) {
            galleries.entry(place.product_id).or_default().push(picture.clone());
        }
    }
    Ok(galleries)
}
