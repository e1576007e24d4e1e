//! Products of one category, as rows.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, ConnectionTrait, IntoActiveModel};
use vitrine_contract::products::{OptionValue, Parameter, ProductOption};
use vitrine_i18n::Locale;

use super::files::{Category, Goods, Variant};
use super::{at, insert_all};
use crate::StartError;
use crate::clock::new_id;
use crate::error::AppResult;
use crate::media::entity::picture;
use crate::media::{drawn, pictures};
use crate::products::entity::{product, product_picture, product_text, variant, variant_text};
use crate::products::stock::Offer;
use crate::reviews::totals;
use crate::search::entity::search_term;
use crate::search::index::{self, Field};

/// The whole photo and its three crops.
pub const PICTURES: i32 = 4;

/// Rows to be inserted together.
#[derive(Default)]
pub struct Batch {
    pub products: Vec<product::Model>,
    pub entries: Vec<search_term::ActiveModel>,
    texts: Vec<product_text::ActiveModel>,
    pictures: Vec<picture::ActiveModel>,
    places: Vec<product_picture::Model>,
    variants: Vec<variant::Model>,
    variant_texts: Vec<variant_text::ActiveModel>,
    variant_ids: HashMap<String, String>,
}

impl Batch {
    /// Adds a product with all that belongs to it.
    pub fn add(
        &mut self,
        goods: &Goods,
        category: &Category,
        category_id: &str,
        merchants: &HashMap<String, String>,
    ) -> Result<(), StartError> {
        let id = new_id();
        let merchant_id = merchants
            .get(&goods.merchant)
            .ok_or_else(|| format!("demo data: {} has no merchant", goods.slug))?;
        let variants = self.add_variants(goods, &id)?;
        let offer =
            Offer::of(&variants).ok_or_else(|| format!("demo data: {} is empty", goods.slug))?;
        self.variants.extend(variants);
        self.add_pictures(goods, &id);
        self.add_texts(goods, &id)?;
        self.add_entries(goods, category, &id);
        self.products.push(product::Model {
            id,
            slug: goods.slug.clone(),
            category_id: category_id.to_owned(),
            merchant_id: merchant_id.clone(),
            brand: goods.brand.clone(),
            default_variant_id: offer.default_variant_id,
            price: offer.price,
            currency: "CNY".to_owned(),
            price_varies: offer.price_varies,
            variant_count: offer.variant_count,
            in_stock: offer.in_stock,
            units_sold: goods.units_sold,
            rating_count: 0,
            rating_sum: 0,
            rating_score: totals::score(0, 0),
            published_at: at(&goods.published_at)?,
            ships_in_days: goods.ships_in_days,
            delivery_days_min: goods.delivery_days.0,
            delivery_days_max: goods.delivery_days.1,
        });
        Ok(())
    }

    fn add_variants(&mut self, goods: &Goods, id: &str) -> Result<Vec<variant::Model>, StartError> {
        let mut rows = Vec::with_capacity(goods.variants.len());
        for (position, file) in goods.variants.iter().enumerate() {
            let variant_id = new_id();
            let codes: Vec<&str> = goods
                .options
                .iter()
                .filter_map(|option| file.options.get(&option.code).map(String::as_str))
                .collect();
            for lang in Locale::ALL {
                self.variant_texts.push(variant_text::ActiveModel {
                    variant_id: Set(variant_id.clone()),
                    lang: Set(lang.tag().to_owned()),
                    name: Set(choice_in_words(goods, file, lang)),
                });
            }
            self.variant_ids.insert(file.sku.clone(), variant_id.clone());
            rows.push(variant::Model {
                id: variant_id,
                product_id: id.to_owned(),
                sku: file.sku.clone(),
                position: i32::try_from(position)?,
                choice: serde_json::to_string(&codes)?,
                price: file.price,
                before_price: file.before,
                stock: file.stock,
                picture: file.photo.clamp(0, PICTURES - 1),
                active: true,
            });
        }
        Ok(rows)
    }

    fn add_pictures(&mut self, goods: &Goods, id: &str) {
        for position in 0..PICTURES {
            let drawn = drawn::picture(&goods.slug, position.unsigned_abs());
            let row = drawn.to_row(pictures::DRAWN);
            self.places.push(product_picture::Model {
                product_id: id.to_owned(),
                position,
                picture_id: row.id.clone().unwrap(),
            });
            self.pictures.push(row);
        }
    }

    fn add_texts(&mut self, goods: &Goods, id: &str) -> Result<(), StartError> {
        for lang in Locale::ALL {
            let parameters: Vec<_> = goods
                .parameters
                .iter()
                .map(|p| Parameter {
                    name: p.name.get(lang).to_owned(),
                    value: p.value.get(lang).to_owned(),
                })
                .collect();
            self.texts.push(product_text::ActiveModel {
                product_id: Set(id.to_owned()),
                lang: Set(lang.tag().to_owned()),
                title: Set(goods.title.get(lang).to_owned()),
                summary: Set(goods.summary.get(lang).to_owned()),
                description: Set(goods.description.get(lang).to_owned()),
                parameters: Set(serde_json::to_string(&parameters)?),
                options: Set(serde_json::to_string(&options(goods, lang))?),
            });
        }
        Ok(())
    }

    fn add_entries(&mut self, goods: &Goods, category: &Category, id: &str) {
        let mut texts = vec![(Field::Brand, goods.brand.as_str())];
        texts.extend(goods.title.all().map(|text| (Field::Title, text)));
        texts.extend(category.name.all().map(|text| (Field::Category, text)));
        texts.extend(goods.keywords.iter().map(|text| (Field::Keyword, text.as_str())));
        self.entries.extend(index::entries(id, &texts));
    }

    /// The id of the product called `slug`.
    pub fn product_id(&self, slug: &str) -> Option<&str> {
        self.products.iter().find(|row| row.slug == slug).map(|row| row.id.as_str())
    }

    /// The product called `slug`, to be counted into.
    pub fn product_mut(&mut self, slug: &str) -> Option<&mut product::Model> {
        self.products.iter_mut().find(|row| row.slug == slug)
    }

    /// The id of the variant with this stock-keeping unit.
    pub fn variant_id(&self, sku: &str) -> Option<&str> {
        self.variant_ids.get(sku).map(String::as_str)
    }

    /// The id of the picture at this place of a product's gallery.
    pub fn picture_id(&self, product_id: &str, position: i32) -> Option<&str> {
        let place =
            |p: &&product_picture::Model| p.product_id == product_id && p.position == position;
        self.places.iter().find(place).map(|place| place.picture_id.as_str())
    }

    /// Writes everything but the search entries.
    pub async fn insert(self, db: &impl ConnectionTrait) -> AppResult<()> {
        let products = self.products.into_iter().map(IntoActiveModel::into_active_model).collect();
        let places = self.places.into_iter().map(IntoActiveModel::into_active_model).collect();
        let variants = self.variants.into_iter().map(IntoActiveModel::into_active_model).collect();
        insert_all::<picture::Entity, _>(db, self.pictures).await?;
        insert_all::<product::Entity, _>(db, products).await?;
        insert_all::<product_text::Entity, _>(db, self.texts).await?;
        insert_all::<product_picture::Entity, _>(db, places).await?;
        insert_all::<variant::Entity, _>(db, variants).await?;
        insert_all::<variant_text::Entity, _>(db, self.variant_texts).await
    }
}

fn options(goods: &Goods, lang: Locale) -> Vec<ProductOption> {
    let value = |v: &super::files::OptionValue| OptionValue {
        code: v.code.clone(),
        name: v.name.get(lang).to_owned(),
    };
    let option = |o: &super::files::ProductOption| ProductOption {
        code: o.code.clone(),
        name: o.name.get(lang).to_owned(),
        values: o.values.iter().map(value).collect(),
    };
    goods.options.iter().map(option).collect()
}

/// For example `13″ · 8GB`.
fn choice_in_words(goods: &Goods, variant: &Variant, lang: Locale) -> String {
    let chosen = goods.options.iter().filter_map(|option| {
        let code = variant.options.get(&option.code)?;
        let value = option.values.iter().find(|value| value.code == *code)?;
        Some(value.name.get(lang))
    });
    chosen.collect::<Vec<_>>().join(" · ")
}
