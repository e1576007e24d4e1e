use leptos::prelude::*;
use vitrine_contract::catalog;

use crate::features::one_click::OneClick;
use crate::features::pictures::picture_source;
use crate::features::written::{When, Written};
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::state::{Cart, Toasts};
use crate::ui::markup::Markup;
use crate::ui::{Glyph, IconButton, PriceParts, TileBadge, TileFacts, Tone, product_tile};

/// In a grid: two columns on phones, columns of about 14rem elsewhere. A little
/// less than the truth, so that a width that is nearly enough is taken.
pub const GRID: &str = "(width >= 44rem) calc(13.2rem*{ratio}), calc(41vw*{ratio})";

/// A product in a list as text. The ways to have it come into the place that
/// [`with_actions`] fills.
pub fn product_card(
    l: Locale,
    tile: &catalog::ProductTile,
    // How wide it is, as for `product_tile`.
    sizes: &str,
    // Whether its picture is the page's first large one.
    first: bool,
    // Keeps the places of a page apart.
    place: &str,
) -> Markup {
    let place = tile.in_stock.then(|| place_name(tile, place));
    product_tile(l, facts(l, tile), sizes, first, place.as_deref())
}

/// A text with the ways to have each of these products.
pub fn with_actions(written: Written, tiles: &[catalog::ProductTile], place: &str) -> Written {
    tiles.iter().filter(|tile| tile.in_stock).fold(written, |written, tile| {
        let name = place_name(tile, place);
        let (product, variant) = (tile.id.clone(), tile.default_variant.clone());
        let (price, title) = (tile.price, tile.title.clone());
        written.live(name, When::Last, move || {
            view! {
                <OneClick product variant=variant.clone() unit_price=price in_stock=true compact=true />
                <AddToCart variant title />
            }
            .into_any()
        })
    })
}

fn place_name(tile: &catalog::ProductTile, place: &str) -> String {
    format!("{place}{}", tile.slug)
}

fn facts(l: Locale, tile: &catalog::ProductTile) -> TileFacts {
    let rating = (tile.rating.count > 0).then(|| {
        let stars = f64::from(tile.rating.average_hundredths) / 100.0;
        (stars, format::compact(l, tile.rating.count))
    });
    TileFacts {
        href: Route::product(&tile.slug).href(),
        title: tile.title.clone(),
        price: PriceParts {
            amount: tile.price,
            before: tile.before_price,
            saving: saving(l, tile),
            prefix: tile.price_varies.then(|| strings::catalog::from(l).to_owned()),
        },
        picture: picture_source(&tile.picture),
        rating,
        badges: badges(l, tile),
        note: Some(strings::catalog::units_sold(l, &format::count(l, tile.units_sold))),
    }
}

#[component]
fn AddToCart(variant: vitrine_contract::VariantId, title: String) -> impl IntoView {
    let l = use_locale();
    let cart = Cart::expect();
    let toasts = Toasts::expect();
    let add = move |()| {
        toasts.show(if cart.add(&variant, 1) {
            strings::catalog::added_to_cart(l)
        } else {
            strings::catalog::cart_is_full(l)
        });
    };
    view! {
        <IconButton
            glyph=Glyph::Cart
            label=format!("{} {title}", strings::catalog::add_to_cart(l))
            on_press=add
        />
    }
}

/// "Save ¥30", when the price is reduced.
fn saving(l: Locale, tile: &catalog::ProductTile) -> Option<String> {
    let saved = tile.before_price?.minus(tile.price).ok()?;
    (saved.amount() > 0).then(|| strings::catalog::save(l, &format::money(l, saved)))
}

fn badges(l: Locale, tile: &catalog::ProductTile) -> Vec<TileBadge> {
    let badge = |text: String, tone| vec![TileBadge { text, tone }];
    match tile.few_left {
        _ if !tile.in_stock => badge(strings::catalog::sold_out(l).to_owned(), Tone::Neutral),
        Some(left) => {
            let count = format::count(l, u64::from(left));
            badge(strings::catalog::few_left(l, &count), Tone::Warning)
        }
        None => Vec::new(),
    }
}
