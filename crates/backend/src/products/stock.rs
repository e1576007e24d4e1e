//! Keeps what a product's row repeats of its variants.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::entity::{product, variant};
use crate::error::AppResult;

/// What a product's row says about its variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The cheapest in stock; the cheapest when none is.
    pub default_variant_id: String,
    /// Its price.
    pub price: i64,
    /// Whether there are other prices.
    pub price_varies: bool,
    /// How many variants are sold.
    pub variant_count: i32,
    /// Whether any is in stock.
    pub in_stock: bool,
}

impl Offer {
    /// Of these variants, given by their position; `None` when none is sold.
    pub fn of(variants: &[variant::Model]) -> Option<Self> {
        let sold: Vec<_> = variants.iter().filter(|v| v.active).collect();
        let default = sold.iter().min_by_key(|v| (v.stock == 0, v.price, v.position))?;
        Some(Self {
            default_variant_id: default.id.clone(),
            price: default.price,
            price_varies: sold.iter().any(|v| v.price != default.price),
            variant_count: i32::try_from(sold.len()).unwrap_or(i32::MAX),
            in_stock: sold.iter().any(|v| v.stock > 0),
        })
    }
}

/// Brings the products' rows up to date after their variants' stock, price or
/// state changed; in the same transaction. Afterwards, and after the commit,
/// [`crate::catalog::bump_version`].
///
/// Needed only when a variant's stock reached 0 or left it: lists show no
/// other change of stock from the product's row.
pub async fn refresh(db: &impl ConnectionTrait, product_ids: &[String]) -> AppResult<()> {
    let variants = variant::Entity::find()
        .filter(variant::Column::ProductId.is_in(product_ids))
        .order_by_asc(variant::Column::Position)
        .all(db)
        .await?;
    for id in product_ids {
        let own: Vec<_> = variants.iter().filter(|v| v.product_id == *id).cloned().collect();
        let update = product::Entity::update_many().filter(product::Column::Id.eq(id));
        let update = match Offer::of(&own) {
            Some(offer) => update
                .col_expr(product::Column::DefaultVariantId, Expr::value(offer.default_variant_id))
                .col_expr(product::Column::Price, Expr::value(offer.price))
                .col_expr(product::Column::PriceVaries, Expr::value(offer.price_varies))
                .col_expr(product::Column::VariantCount, Expr::value(offer.variant_count))
                .col_expr(product::Column::InStock, Expr::value(offer.in_stock)),
            None => update.col_expr(product::Column::InStock, Expr::value(false)),
        };
        update.exec(db).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variant(id: &str, price: i64, stock: i32) -> variant::Model {
        variant::Model {
            id: id.into(),
            product_id: "p".into(),
            sku: id.into(),
            position: 0,
            choice: "[]".into(),
            price,
            before_price: None,
            stock,
            picture: 0,
            active: true,
        }
    }

    #[test]
    fn the_default_is_the_cheapest_in_stock() {
        let offer = Offer::of(&[variant("a", 100, 0), variant("b", 300, 2), variant("c", 200, 1)]);
        assert_eq!(offer.unwrap().default_variant_id, "c");
        let offer = Offer::of(&[variant("a", 300, 0), variant("b", 100, 0)]).unwrap();
        assert_eq!((offer.default_variant_id.as_str(), offer.in_stock), ("b", false));
        assert_eq!(Offer::of(&[]), None);
    }
}
