use super::badge::badge;
use super::markup::{Markup, html};
use super::picture::picture;
use super::stars::stars;
use super::{PictureSource, PriceParts, PriceSize, Tone};
use crate::i18n::Locale;

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

/// A product in a grid, as text: its picture first, then what it is and what it
/// costs. The whole tile leads to the product; actions lie above that link.
pub fn product_tile(
    locale: Locale,
    facts: TileFacts,
    // How wide the tile is, as for `picture`.
    sizes: &str,
    // Whether its picture is the page's first large one.
    first: bool,
    // The live place of buying, or of putting it into the cart.
    actions: Option<&str>,
) -> Markup {
    let TileFacts { href, title, price, picture: source, rating, badges, note } = facts;
    // The title stands below it.
    let source = PictureSource { alt: String::new(), ..source };
    html! {
        article.product-tile {
            div.product-tile__facts {
                div.product-tile__picture {
                    (picture(&source, sizes, first))
                    @if !badges.is_empty() {
                        div.product-tile__badges { @for b in &badges { (badge(&b.text, b.tone)) } }
                    }
                }
                h3.product-tile__title { a.product-tile__link href=(href) { (title) } }
                (price.markup(locale, PriceSize::Medium))
                @if let Some((rating, count)) = &rating { (stars(locale, *rating, Some(count))) }
                @if let Some(note) = &note { p.product-tile__note { (note) } }
            }
            @if let Some(place) = actions { div.product-tile__actions data-live=(place) {} }
        }
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
        let html = product_tile(Locale::En, facts, "10rem", true, Some("\"><s>")).into_string();
        assert!(html.contains("Tea &amp; &lt;b onclick="), "{html}");
        for foreign in ["<b ", "<script", "<i>", "<u>", "</p></p>", "<s>"] {
            assert!(!html.contains(foreign), "{foreign} in {html}");
        }
        assert!(html.contains("/p/&quot;&gt;&lt;script&gt;"), "{html}");
    }
}
