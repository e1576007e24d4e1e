//! What variants cost and are called right now.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{FromQueryResult, JoinType, QuerySelect};
use vitrine_contract::media::Picture;
use vitrine_contract::{Currency, Money};

use super::words::Words;
use crate::error::AppResult;
use crate::media::entity::picture;
use crate::products::delivery::Arrival;
use crate::products::entity::{product, product_picture, product_text, variant, variant_text};

/// A variant with what a line of a cart or an order needs of it.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Price, stock and product.
    pub row: Row,
    /// The product's title.
    pub title: Words,
    /// The choice in words.
    pub variant_name: Words,
    /// The variant's picture.
    pub picture: Option<picture::Model>,
}

/// The rows of variant and product as one.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Row {
    /// The variant.
    pub variant_id: String,
    /// Its product.
    pub product_id: String,
    /// The product's name in URLs.
    pub slug: String,
    /// Price of one piece.
    pub price: i64,
    /// Currency of the prices.
    pub currency: String,
    /// Pieces left.
    pub stock: i32,
    /// The picture.
    pub picture_id: Option<String>,
    /// Days until it leaves the warehouse.
    pub ships_in_days: i32,
    /// Days on the way at the least.
    pub delivery_days_min: i32,
    /// Days on the way at the most.
    pub delivery_days_max: i32,
}

impl Offer {
    /// Price of one piece.
    pub fn unit_price(&self) -> AppResult<Money> {
        Ok(Money::new(self.row.price, Currency::new(&self.row.currency)?))
    }

    /// When it would arrive if ordered at `now`.
    pub fn arrival(&self, now: i64) -> Arrival {
        let row = &self.row;
        Arrival::after(now, row.ships_in_days, row.delivery_days_min, row.delivery_days_max)
    }
}

/// The offers of these variants that are still sold, by variant.
pub async fn load(db: &impl ConnectionTrait, ids: &[String]) -> AppResult<HashMap<String, Offer>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = rows(db, ids).await?;
    let products: Vec<_> = rows.iter().map(|row| row.product_id.clone()).collect();
    let mut titles: HashMap<String, Words> = HashMap::new();
    for (product, lang, title) in titles_of(db, products).await? {
        titles.entry(product).or_default().add(lang, title);
    }
    let mut names: HashMap<String, Words> = HashMap::new();
    let texts = variant_text::Entity::find()
        .filter(variant_text::Column::VariantId.is_in(ids.iter().cloned()))
        .all(db)
        .await?;
    for text in texts {
        names.entry(text.variant_id).or_default().add(text.lang, text.name);
    }
    let pictures: Vec<_> = rows.iter().filter_map(|row| row.picture_id.clone()).collect();
    let pictures: HashMap<_, _> = picture::Entity::find()
        .filter(picture::Column::Id.is_in(pictures))
        .all(db)
        .await?
        .into_iter()
        .map(|picture| (picture.id.clone(), picture))
        .collect();
    let offers = rows.into_iter().map(|row| {
        let offer = Offer {
            title: titles.get(&row.product_id).cloned().unwrap_or_default(),
            variant_name: names.remove(&row.variant_id).unwrap_or_default(),
            picture: row.picture_id.as_ref().and_then(|id| pictures.get(id).cloned()),
            row,
        };
        (offer.row.variant_id.clone(), offer)
    });
    Ok(offers.collect())
}

async fn rows(db: &impl ConnectionTrait, ids: &[String]) -> AppResult<Vec<Row>> {
    let to_product = variant::Entity::belongs_to(product::Entity)
        .from(variant::Column::ProductId)
        .to(product::Column::Id)
        .into();
    let to_picture = variant::Entity::belongs_to(product_picture::Entity)
        .from((variant::Column::ProductId, variant::Column::Picture))
        .to((product_picture::Column::ProductId, product_picture::Column::Position))
        .into();
    Ok(variant::Entity::find()
        .select_only()
        .column_as(variant::Column::Id, "variant_id")
        .columns([variant::Column::ProductId, variant::Column::Price])
        .column(variant::Column::Stock)
        .columns([product::Column::Slug, product::Column::Currency, product::Column::ShipsInDays])
        .columns([product::Column::DeliveryDaysMin, product::Column::DeliveryDaysMax])
        .column(product_picture::Column::PictureId)
        .join(JoinType::InnerJoin, to_product)
        .join(JoinType::LeftJoin, to_picture)
        .filter(variant::Column::Id.is_in(ids.iter().cloned()))
        .filter(variant::Column::Active.eq(true))
        .into_model()
        .all(db)
        .await?)
}

async fn titles_of(
    db: &impl ConnectionTrait,
    products: Vec<String>,
) -> AppResult<Vec<(String, String, String)>> {
    Ok(product_text::Entity::find()
        .select_only()
        .columns([
            product_text::Column::ProductId,
            product_text::Column::Lang,
            product_text::Column::Title,
        ])
        .filter(product_text::Column::ProductId.is_in(products))
        .into_tuple()
        .all(db)
        .await?)
}

/// A picture on the wire; a plain tone when it is gone.
pub fn picture(found: Option<&picture::Model>, alt: &str) -> Picture {
    found.map_or_else(
        || Picture {
            template: String::new(),
            widths: Vec::new(),
            width: 1,
            height: 1,
            tone: "#d9d9d9".into(),
            alt: alt.to_owned(),
        },
        |row| row.to_contract(alt),
    )
}
