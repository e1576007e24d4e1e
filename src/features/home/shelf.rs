use vitrine_contract::catalog::{Category, ProductTile};

use crate::features::product::{product_card, with_actions};
use crate::features::written::Written;
use crate::i18n::{Locale, strings};
use crate::routes::Route;
use crate::ui::markup::html;

/// What `product-tile.css` gives a shelf's columns, a little less, so that a
/// width that is nearly enough is taken.
const SHELF: &str =
    "(width >= 30rem) calc(clamp(13rem, 16.4vw, 15rem)*{ratio}), calc(36.4vw*{ratio})";

/// Some goods of a category, and the way to the rest. The first shelf's first
/// picture is the page's largest.
pub fn shelf(l: Locale, category: Category, products: Vec<ProductTile>, first: bool) -> Written {
    let id = format!("shelf-{}", category.slug);
    let place = format!("{}-", category.slug);
    let tiles = products.clone();
    let own_place = place.clone();
    let text = Written::new(move |_| {
        html! {
            section.shelf aria-labelledby=(id) {
                div.section-header {
                    h2.section-header__title #(id) { (category.name) }
                    a.section-header__more href=(Route::Category(category.slug).href()) {
                        (strings::catalog::see_all(l))
                        span.visually-hidden { " " (category.name) }
                    }
                }
                ul.product-grid.product-grid--shelf {
                    @for (index, tile) in tiles.iter().enumerate() {
                        li { (product_card(l, tile, SHELF, first && index == 0, &own_place)) }
                    }
                }
            }
        }
    });
    with_actions(text, &products, &place)
}
