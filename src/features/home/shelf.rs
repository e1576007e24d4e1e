use leptos::prelude::*;
use vitrine_contract::catalog::{Category, ProductTile};

use crate::features::product::ProductCard;
use crate::i18n::{strings, use_locale};
use crate::routes::Route;

/// What `product-tile.css` gives a shelf's columns, a little less, so that a
/// width that is nearly enough is taken.
const SHELF: &str =
    "(width >= 30rem) calc(clamp(13rem, 14.7vw, 16rem)*{ratio}), calc(36.4vw*{ratio})";

/// Some goods of a category, and the way to the rest.
#[component]
pub fn ShelfView(
    category: Category,
    products: Vec<ProductTile>,
    /// The first shelf's first picture is the page's largest.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let l = use_locale();
    let id = format!("shelf-{}", category.slug);
    let heading = id.clone();
    let tiles = products
        .into_iter()
        .enumerate()
        .map(|(index, tile)| {
            view! {
                <li>
                    <ProductCard tile first={first && index == 0} sizes=SHELF />
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="shelf" aria-labelledby=id>
            <div class="section-header">
                <h2 class="section-header__title" id=heading>
                    {category.name.clone()}
                </h2>
                <a class="section-header__more" href=Route::Category(category.slug).href()>
                    {strings::catalog::see_all(l)}
                    <span class="visually-hidden">" " {category.name}</span>
                </a>
            </div>
            <ul class="product-grid product-grid--shelf">{tiles}</ul>
        </section>
    }
}
