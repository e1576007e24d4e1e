use leptos::prelude::*;

use super::badge::badge;
use super::markup::{Markup, html};
use super::picture::picture;
use super::stars::stars;
use super::{PictureSource, PriceParts, PriceSize, Tone};
use crate::i18n::{Locale, use_locale};

/// A word on a tile's picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileBadge {
    pub text: String,
    pub tone: Tone,
}

/// What a tile says.
#[derive(Clone, Debug)]
pub struct TileFacts {
    pub href: String,
    pub title: String,
    pub price: PriceParts,
    pub picture: PictureSource,
    /// Average and formatted count of ratings.
    pub rating: Option<(f64, String)>,
    pub badges: Vec<TileBadge>,
    /// One quiet line: the delivery promise, or how many were sold.
    pub note: Option<String>,
}

/// A product in a grid: its picture first, then what it is and what it costs.
/// The whole tile leads to the product; actions lie above that link.
#[component]
pub fn ProductTile(
    facts: TileFacts,
    /// The page's first large picture.
    #[prop(optional)]
    first: bool,
    /// How wide the tile is, as for [`Picture`](super::Picture).
    sizes: &'static str,
    /// Buy, or put into the cart.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let said = said(use_locale(), facts, sizes, first);
    view! {
        <article class="product-tile">
            <div class="product-tile__facts" inner_html=said.into_string()></div>
            {children
                .map(|children| view! { <div class="product-tile__actions">{children()}</div> })}
        </article>
    }
}

fn said(locale: Locale, facts: TileFacts, sizes: &str, first: bool) -> Markup {
    let TileFacts { href, title, price, picture: source, rating, badges, note } = facts;
    // The title stands below it.
    let source = PictureSource { alt: String::new(), ..source };
    html! {
        div.product-tile__picture {
            (picture(&source, sizes, first))
            @if !badges.is_empty() {
                div.product-tile__badges { @for b in &badges { (badge(&b.text, b.tone)) } }
            }
        }
        h3.product-tile__title { a.product-tile__link href=(href) { (title) } }
        (price.markup(locale, PriceSize::Medium))
        @if let Some((rating, count)) = &rating { (stars(locale, *rating, count)) }
        @if let Some(note) = &note { p.product-tile__note { (note) } }
    }
}

#[cfg(test)]
mod tests {
    use vitrine_pricing::{Currency, Money};

    use super::*;

    #[test]
    fn what_a_seller_writes_is_text_and_never_markup() {
        let title = "Tea & <b onclick=\"x()\">bread</b>".to_owned();
        let facts = TileFacts {
            href: "/p/\"><script>".into(),
            title,
            price: PriceParts {
                amount: Money::new(1_290, Currency::CNY),
                before: None,
                saving: None,
                prefix: None,
            },
            picture: PictureSource { url: "/m/\"{width}.webp".into(), ..Default::default() },
            rating: Some((4.2, "<i>7</i>".into())),
            badges: vec![TileBadge { text: "<u>".into(), tone: Tone::Warning }],
            note: Some("</p>".into()),
        };
        let html = said(Locale::En, facts, "10rem", true).into_string();
        assert!(html.contains("Tea &amp; &lt;b onclick="), "{html}");
        for foreign in ["<b ", "<script", "<i>", "<u>", "</p></p>"] {
            assert!(!html.contains(foreign), "{foreign} in {html}");
        }
        assert!(html.contains("/p/&quot;&gt;&lt;script&gt;"), "{html}");
    }
}
