//! The cart: lives on the shopper's device; the backend says what it costs now.

use serde::{Deserialize, Serialize};
use vitrine_pricing::Quote;

use crate::media::Picture;
use crate::open_enum::open_enum;
use crate::products::DeliveryPromise;
use crate::{Money, ProductId, VariantId};

/// The most different variants in one cart.
pub const CART_LINES_MAX: usize = 50;

/// A wish: some pieces of a variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LineRequest {
    /// The variant.
    pub variant: VariantId,
    /// Pieces, 1 to 99.
    pub quantity: u32,
}

/// `GET /api/cart?lang=&lines=<variant>:<quantity>,…`: the lines as they are
/// now, and their quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CartQuote {
    /// The lines, in the order asked for; a variant that is gone is still named.
    pub lines: Vec<CartLine>,
    /// What the available lines cost; `None` when there are none.
    pub quote: Option<Quote>,
    /// When they would arrive, the slowest counting.
    pub delivery: Option<DeliveryPromise>,
}

/// A line of the cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CartLine {
    /// The variant.
    pub variant: VariantId,
    /// Pieces asked for.
    pub quantity: u32,
    /// Whether they can be bought.
    pub availability: Availability,
    /// Pieces left.
    pub stock: u32,
    /// The goods; `None` when gone.
    pub item: Option<CartItem>,
}

/// The goods of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CartItem {
    /// The product.
    pub product: ProductId,
    /// Its name in URLs.
    pub slug: String,
    /// Title.
    pub title: String,
    /// The choice in words; empty when there is none.
    pub variant_name: String,
    /// Picture of the variant.
    pub picture: Picture,
    /// Price of one piece now.
    pub unit_price: Money,
    /// Lowest price of the 30 days before the reduction, when reduced.
    pub before_price: Option<Money>,
    /// The seller's name.
    pub merchant: String,
}

open_enum! {
    /// Whether a line can be bought.
    Availability {
        /// Enough pieces are left.
        Available = "available",
        /// Some are left, fewer than asked for.
        Insufficient = "insufficient",
        /// None is left.
        SoldOut = "sold_out",
        /// The variant is no longer sold.
        Gone = "gone",
    }
}
