//! Product tiles, loaded in batches.

use sea_orm::ConnectionTrait;
use vitrine_contract::catalog::{ProductTile, RatingSummary};
use vitrine_contract::media::Picture;
use vitrine_i18n::Locale;

use crate::error::AppResult;
use crate::products::entity::product;
use crate::products::items::{self, Item};

/// From this many pieces down the shopper is told how few there are.
const FEW: i32 = 5;

/// Tiles of these products, in the same order.
pub async fn load(
    db: &impl ConnectionTrait,
    lang: Locale,
    products: Vec<product::Model>,
) -> AppResult<Vec<ProductTile>> {
    let order: Vec<_> = products.iter().map(|p| p.default_variant_id.clone()).collect();
    let mut items = items::defaults_of(db, lang, products).await?;
    order.iter().filter_map(|id| items.remove(id)).map(tile).collect()
}

fn tile(item: Item) -> AppResult<ProductTile> {
    let (price, before_price) = (item.price()?, item.before_price()?);
    let Item { variant, product, title, picture, .. } = item;
    let few = (1..=FEW).contains(&variant.stock);
    Ok(ProductTile {
        rating: rating(&product),
        id: product.id.into(),
        slug: product.slug,
        title,
        picture: Picture { alt: String::new(), ..picture },
        default_variant: variant.id.into(),
        price,
        before_price,
        price_varies: product.price_varies,
        in_stock: product.in_stock,
        few_left: few.then_some(variant.stock.unsigned_abs()),
        units_sold: product.units_sold.unsigned_abs(),
    })
}

/// Average and number of a product's ratings.
pub fn rating(product: &product::Model) -> RatingSummary {
    crate::reviews::totals::average(product.rating_sum, product.rating_count)
}
