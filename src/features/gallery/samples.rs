//! Goods that no backend has to know.

use leptos::prelude::*;
use vitrine_pricing::{Currency, Money};

use crate::i18n::{Locale, strings};
use crate::ui::markup::html;
use crate::ui::{PictureSource, PriceParts, TileBadge, TileFacts, Tone, product_tile};

/// An amount in the shop's currency.
pub fn yuan(cents: i64) -> Money {
    Money::new(cents, Currency::CNY)
}

/// A drawn picture of this colour.
pub fn drawing(l: Locale, colour: &str) -> PictureSource {
    let drawn = format!(
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'%3E\
         %3Cpath fill='%23{colour}' d='M0 0h4v4H0z'/%3E%3Cpath fill='%23fff' fill-opacity='.6' \
         d='M1 3 2 1l1 2z'/%3E%3C/svg%3E"
    );
    PictureSource {
        url: drawn,
        widths: Vec::new(),
        width: 640,
        height: 640,
        alt: strings::gallery::sample_title(l).to_owned(),
        tone: None,
    }
}

/// Three pictures of one thing.
pub fn drawings(l: Locale) -> Vec<PictureSource> {
    ["b9c4b1", "c9b8a4", "a9b7c6"].map(|colour| drawing(l, colour)).into()
}

/// Tiles in their grid.
pub fn grid<const N: usize>(l: Locale, tiles: [TileFacts; N]) -> AnyView {
    let text = html! { @for facts in tiles { (product_tile(l, facts, "13rem", false, None)) } };
    view! { <div class="product-grid" inner_html=text.into_string()></div> }.into_any()
}

/// A plain tile.
pub fn plain_tile(l: Locale) -> TileFacts {
    TileFacts {
        href: "#tile".into(),
        title: strings::gallery::sample_title(l).to_owned(),
        price: PriceParts { amount: yuan(4_590), before: None, saving: None, prefix: None },
        picture: drawing(l, "b9c4b1"),
        rating: None,
        badges: Vec::new(),
        note: None,
    }
}

/// A tile with everything that a tile can say.
pub fn full_tile(l: Locale) -> TileFacts {
    TileFacts {
        title: strings::gallery::sample_long_title(l).to_owned(),
        price: PriceParts {
            amount: yuan(129_900),
            before: Some(yuan(159_900)),
            saving: Some(strings::catalog::save(l, "¥300")),
            prefix: Some(strings::catalog::from(l).to_owned()),
        },
        picture: drawing(l, "c9b8a4"),
        rating: Some((4.3, "(1,234)".into())),
        badges: vec![TileBadge {
            text: strings::catalog::sold_out(l).to_owned(),
            tone: Tone::Warning,
        }],
        note: Some(strings::catalog::in_stock(l).to_owned()),
        ..plain_tile(l)
    }
}
