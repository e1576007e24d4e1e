//! One product in full.

use serde::{Deserialize, Serialize};

use crate::catalog::{CategoryLink, RatingSummary};
use crate::media::Picture;
use crate::reviews::{Review, ReviewSummary};
use crate::{List, Money, ProductId, Timestamp, VariantId};

/// `GET /api/products/{slug}?lang=`: everything the product page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProductPage {
    /// The product.
    pub product: Product,
    /// What buyers say, in numbers.
    pub review_summary: ReviewSummary,
    /// The first page of reviews, the most helpful first.
    pub reviews: List<Review>,
}

/// A product in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Product {
    /// The product.
    pub id: ProductId,
    /// Its name in URLs.
    pub slug: String,
    /// Its category.
    pub category: CategoryLink,
    /// Title.
    pub title: String,
    /// One line.
    pub summary: String,
    /// Paragraphs.
    pub description: Vec<String>,
    /// Maker.
    pub brand: String,
    /// Parameters, in order.
    pub parameters: Vec<Parameter>,
    /// Gallery, the first is the main picture.
    pub pictures: Vec<Picture>,
    /// What can be chosen, in order; empty with a single variant.
    pub options: Vec<ProductOption>,
    /// The variants there are.
    pub variants: Vec<Variant>,
    /// The seller.
    pub merchant: Merchant,
    /// When it would arrive if ordered now.
    pub delivery: DeliveryPromise,
    /// Rating.
    pub rating: RatingSummary,
    /// Pieces sold so far.
    pub units_sold: u64,
}

/// A parameter of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Parameter {
    /// Name.
    pub name: String,
    /// Value.
    pub value: String,
}

/// Something that can be chosen, for example the size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProductOption {
    /// Stable code.
    pub code: String,
    /// Name in the language asked for.
    pub name: String,
    /// The choices, in order.
    pub values: Vec<OptionValue>,
}

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OptionValue {
    /// Stable code.
    pub code: String,
    /// Name in the language asked for.
    pub name: String,
}

/// A variant: what is priced, stocked and bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Variant {
    /// The variant.
    pub id: VariantId,
    /// The merchant's stock-keeping unit.
    pub sku: String,
    /// The chosen value's code for each option, in the order of the options.
    pub choice: Vec<String>,
    /// The choice in words, for example `13″ · 8GB`; empty when there is none.
    pub name: String,
    /// Price of one piece.
    pub price: Money,
    /// Lowest price of the 30 days before the reduction, when reduced.
    pub before_price: Option<Money>,
    /// Pieces left.
    pub stock: u32,
    /// Index in the product's pictures.
    pub picture: usize,
}

/// A seller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Merchant {
    /// Its name in URLs.
    pub slug: String,
    /// Name.
    pub name: String,
    /// A line about it.
    pub about: String,
    /// Since when it sells here.
    pub since: Timestamp,
    /// Where it ships from.
    pub ships_from: String,
}

/// When an order placed now leaves and arrives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeliveryPromise {
    /// Arrival at the earliest.
    pub from: Timestamp,
    /// Arrival at the latest.
    pub until: Timestamp,
}
