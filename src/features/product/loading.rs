use leptos::prelude::*;

use crate::browser::SeenTile;
use crate::i18n::{strings, use_locale};
use crate::ui::SkeletonTiles;
use crate::ui::markup::html;

/// A grid of products to come.
#[component]
pub fn LoadingTiles() -> impl IntoView {
    let l = use_locale();
    view! {
        <p class="visually-hidden" role="status">
            {strings::catalog::loading_products(l)}
        </p>
        <SkeletonTiles count=12 />
    }
}

/// The geometry of a product's page, before its data, with what its tile has told.
pub fn loading_product(tile: Option<&SeenTile>) -> AnyView {
    let text = html! {
        article.product-page.product-page--coming."product-page--told"[tile.is_some()] {
            div.product-page__gallery {
                div.gallery {
                    div.gallery__track {
                        div.gallery__slide {
                            @match tile {
                                // As it is on the screen: a larger one would have to come first.
                                Some(tile) => {
                                    img.picture alt="" src=(tile.source) srcset=(tile.shown);
                                }
                                None => { div.skeleton.skeleton--picture aria-hidden="true" {} }
                            }
                        }
                    }
                    div.gallery__thumbnails aria-hidden="true" {
                        div.gallery__thumbnail { div.skeleton.skeleton--picture {} }
                    }
                }
            }
            div.product-page__buy {
                @match tile {
                    Some(tile) => {
                        h1.product-page__title #page-title tabindex="-1" { (tile.title) }
                    }
                    None => { div.skeleton.skeleton--title aria-hidden="true" {} }
                }
                @for shape in ["text", "text", "button"] {
                    div class={ "skeleton skeleton--" (shape) } aria-hidden="true" {}
                }
            }
        }
    };
    view! { <div class="written" inner_html=text.into_string()></div> }.into_any()
}
