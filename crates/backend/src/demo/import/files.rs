//! The demo goods' files; their form is told in `crates/backend/demo/README.md`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use vitrine_contract::reviews::Dimensions;
use vitrine_i18n::Locale;

use crate::StartError;

/// Words in all languages, by the language's tag.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<String, String>);

impl Text {
    /// The words in `lang`; empty when there are none.
    pub fn get(&self, lang: Locale) -> &str {
        self.0.get(lang.tag()).map_or("", String::as_str)
    }

    /// The words in every language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }
}

/// `categories.json`.
#[derive(Debug, Deserialize)]
pub struct Category {
    pub slug: String,
    pub name: Text,
    pub tagline: Text,
    /// Slug of a product.
    pub cover: String,
}

/// `merchants.json`.
#[derive(Debug, Deserialize)]
pub struct Merchant {
    pub slug: String,
    pub name: Text,
    pub about: Text,
    /// A day, `2019-03-01`.
    pub since: String,
    pub ships_from: Text,
}

/// `goods/<category>.json`.
#[derive(Debug, Deserialize)]
pub struct Goods {
    pub slug: String,
    pub merchant: String,
    pub brand: String,
    /// File name of the photo.
    pub photo: String,
    pub title: Text,
    pub summary: Text,
    pub description: Text,
    pub parameters: Vec<Parameter>,
    pub options: Vec<ProductOption>,
    pub variants: Vec<Variant>,
    pub keywords: Vec<String>,
    pub ships_in_days: i32,
    pub delivery_days: (i32, i32),
    pub units_sold: i64,
    pub published_at: String,
}

#[derive(Debug, Deserialize)]
pub struct Parameter {
    pub name: Text,
    pub value: Text,
}

#[derive(Debug, Deserialize)]
pub struct ProductOption {
    pub code: String,
    pub name: Text,
    pub values: Vec<OptionValue>,
}

#[derive(Debug, Deserialize)]
pub struct OptionValue {
    pub code: String,
    pub name: Text,
}

#[derive(Debug, Deserialize)]
pub struct Variant {
    pub sku: String,
    /// The chosen value of each option, by the option's code.
    pub options: BTreeMap<String, String>,
    pub price: i64,
    #[serde(default)]
    pub before: Option<i64>,
    pub stock: i32,
    /// Position in the gallery.
    #[serde(default)]
    pub photo: i32,
}

/// `reviews/<category>.json`.
#[derive(Debug, Deserialize)]
pub struct Review {
    /// Slug.
    pub product: String,
    pub sku: String,
    pub language: String,
    pub author: String,
    pub rating: u8,
    pub dimensions: Dimensions,
    pub title: String,
    pub text: String,
    /// Positions in the product's gallery.
    #[serde(default)]
    pub photos: Vec<i32>,
    pub variant_bought: bool,
    #[serde(default)]
    pub helpful: i64,
    #[serde(default)]
    pub reply: Option<String>,
    pub written_at: String,
}

/// A category with what it holds.
pub struct Shelf {
    pub category: Category,
    pub goods: Vec<Goods>,
    pub reviews: Vec<Review>,
}

macro_rules! embedded {
    ($($slug:literal),*) => {
        &[$((
            $slug,
            include_str!(concat!("../../../demo/goods/", $slug, ".json")),
            include_str!(concat!("../../../demo/reviews/", $slug, ".json")),
        )),*]
    };
}

/// Slug of the category, its goods, their reviews.
const SHELVES: &[(&str, &str, &str)] =
    embedded!["computers", "cameras", "outdoor", "shoes", "plants", "home"];

/// All sellers.
pub fn merchants() -> Result<Vec<Merchant>, StartError> {
    parse("merchants", include_str!("../../../demo/merchants.json"))
}

/// All categories with what they hold, in the shop's order.
pub fn shelves() -> Result<Vec<Shelf>, StartError> {
    let categories: Vec<Category> =
        parse("categories", include_str!("../../../demo/categories.json"))?;
    let mut shelves = Vec::with_capacity(categories.len());
    for category in categories {
        let held = SHELVES.iter().find(|(slug, _, _)| *slug == category.slug);
        let (slug, goods, reviews) =
            held.ok_or_else(|| format!("no goods for the category {}", category.slug))?;
        shelves.push(Shelf {
            goods: parse(slug, goods)?,
            reviews: parse(slug, reviews)?,
            category,
        });
    }
    Ok(shelves)
}

fn parse<T: DeserializeOwned>(what: &str, text: &str) -> Result<T, StartError> {
    let mut json = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut json)
        .map_err(|err| format!("demo data of {what}: {err}").into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_goods_are_whole() {
        let merchants = merchants().unwrap();
        let (mut slugs, mut skus) = (HashSet::new(), HashSet::new());
        for shelf in shelves().unwrap() {
            assert!(shelf.goods.iter().any(|g| g.slug == shelf.category.cover), "cover");
            for goods in &shelf.goods {
                let slug = &goods.slug;
                assert!(slugs.insert(slug.clone()), "{slug} twice");
                assert!(merchants.iter().any(|m| m.slug == goods.merchant), "{slug}: merchant");
                assert!(!goods.variants.is_empty(), "{slug}: no variant");
                for lang in Locale::ALL {
                    for text in [&goods.title, &goods.summary, &goods.description] {
                        assert!(!text.get(lang).is_empty(), "{slug}: no words in {}", lang.tag());
                    }
                }
                for variant in &goods.variants {
                    assert!(skus.insert(variant.sku.clone()), "{} twice", variant.sku);
                    assert!(variant.price > 0 && variant.stock >= 0, "{}", variant.sku);
                    assert!(variant.before.is_none_or(|b| b > variant.price), "{}", variant.sku);
                    for option in &goods.options {
                        let chosen = variant.options.get(&option.code);
                        let known = option.values.iter().any(|v| Some(&v.code) == chosen);
                        assert!(known, "{}: {}", variant.sku, option.code);
                    }
                }
            }
            for review in &shelf.reviews {
                assert!((1..=5).contains(&review.rating));
                assert!(slugs.contains(&review.product), "review of {}", review.product);
                assert!(skus.contains(&review.sku), "review of {}", review.sku);
                assert!(review.photos.iter().all(|p| (0..=3).contains(p)), "{}", review.title);
            }
        }
    }
}
