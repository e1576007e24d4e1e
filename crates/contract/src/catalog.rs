//! The catalog: home, categories and lists of products.

use serde::{Deserialize, Serialize};

use crate::media::Picture;
use crate::open_enum::open_enum;
use crate::{List, Meta, Money, ProductId, VariantId};

/// `GET /api/home?lang=`: everything the home page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Home {
    /// All categories, in the shop's order.
    pub categories: Vec<Category>,
    /// Some goods of each category, the lowest priced of the best sold.
    pub shelves: Vec<Shelf>,
}

/// A category with some of its goods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shelf {
    /// Slug of the category.
    pub category: String,
    /// Up to five products.
    pub products: Vec<ProductTile>,
}

/// A category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Category {
    /// Its name in URLs.
    pub slug: String,
    /// Its name in the language asked for.
    pub name: String,
    /// A line about it.
    pub tagline: String,
    /// A picture of one of its goods.
    pub cover: Picture,
    /// How many products it has.
    pub product_count: u64,
}

/// A product on a shelf or in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProductTile {
    /// The product.
    pub id: ProductId,
    /// Its name in URLs.
    pub slug: String,
    /// Its title in the language asked for.
    pub title: String,
    /// Picture of the default variant. Decorative: it has the title beside it.
    pub picture: Picture,
    /// The variant that a click on the tile buys: the cheapest in stock.
    pub default_variant: VariantId,
    /// Price of the default variant.
    pub price: Money,
    /// Lowest price of the 30 days before the reduction (EU Price Indication
    /// Directive, art. 6a), when reduced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_price: Option<Money>,
    /// Whether variants have different prices, so that `price` is a "from".
    pub price_varies: bool,
    /// Whether any variant is in stock.
    pub in_stock: bool,
    /// Pieces of the default variant left, when few; else `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub few_left: Option<u32>,
    /// Rating.
    pub rating: RatingSummary,
    /// Pieces sold so far.
    pub units_sold: u64,
}

/// Average and number of ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RatingSummary {
    /// Average in hundredths of a star: 463 is 4.63. 0 without ratings.
    pub average_hundredths: u32,
    /// How many ratings.
    pub count: u64,
}

/// `GET /api/products?lang=&category=&q=&sort=&price_min=&price_max=&in_stock=&cursor=&limit=`:
/// a list with what its filters can offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(from = "ProductListFields")]
pub struct ProductList {
    /// The products.
    #[serde(flatten)]
    pub list: List<ProductTile>,
    /// The category, when the list is one's.
    pub category: Option<Category>,
    /// All categories, for moving on.
    pub categories: Vec<CategoryLink>,
    /// Lowest and highest price of the list before the price filter.
    pub price_range: Option<PriceRange>,
}

/// The same without an inner list: reading that needs the code for every type in
/// it twice.
#[derive(Deserialize)]
struct ProductListFields {
    items: Vec<ProductTile>,
    meta: Meta,
    category: Option<Category>,
    categories: Vec<CategoryLink>,
    price_range: Option<PriceRange>,
}

impl From<ProductListFields> for ProductList {
    fn from(fields: ProductListFields) -> Self {
        let ProductListFields { items, meta, category, categories, price_range } = fields;
        Self { list: List { items, meta }, category, categories, price_range }
    }
}

/// A category as a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CategoryLink {
    /// Its name in URLs.
    pub slug: String,
    /// Its name in the language asked for.
    pub name: String,
}

/// Lowest and highest price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PriceRange {
    /// Lowest.
    pub min: Money,
    /// Highest.
    pub max: Money,
}

open_enum! {
    /// How a list is sorted.
    Sort {
        /// Best match for the search; best sold without one.
        Relevance = "relevance",
        /// Most pieces sold first.
        Sales = "sales",
        /// Cheapest first.
        PriceAsc = "price_asc",
        /// Dearest first.
        PriceDesc = "price_desc",
        /// Best rated first, weighed by the number of ratings.
        Rating = "rating",
        /// Newest first.
        Newest = "newest",
    }
}

/// Products a page of a list holds unless asked otherwise.
pub const LIST_LIMIT: u32 = 24;
/// The most products a page of a list can hold.
pub const LIST_LIMIT_MAX: u32 = 60;
