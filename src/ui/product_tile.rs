use leptos::prelude::*;
use vitrine_pricing::Money;

use super::{Badge, Picture, PictureSource, Price, Stars, Tone};

/// A word on a tile's picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileBadge {
    pub text: String,
    pub tone: Tone,
}

/// A product in a grid: its picture first, then what it is and what it costs.
/// The whole tile leads to the product; actions lie above that link.
#[component]
pub fn ProductTile(
    #[prop(into)] href: String,
    #[prop(into)] title: String,
    price: Money,
    #[prop(default = None, into)] before: Option<Money>,
    /// Words for what is saved: “Save ¥30”.
    #[prop(default = None, into)]
    saving: Option<String>,
    /// Before the price where variants differ: “from”.
    #[prop(default = None, into)]
    price_prefix: Option<String>,
    picture: PictureSource,
    /// Average and formatted count of ratings.
    #[prop(default = None, into)]
    rating: Option<(f64, String)>,
    #[prop(optional)] badges: Vec<TileBadge>,
    /// One quiet line: the delivery promise, or how many were sold.
    #[prop(default = None, into)]
    note: Option<String>,
    /// The page's first large picture.
    #[prop(optional)]
    first: bool,
    /// How wide the tile is, as for [`Picture`].
    sizes: &'static str,
    /// Buy, or put into the cart.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let source = PictureSource { alt: String::new(), ..picture };
    let badges = (!badges.is_empty()).then(|| {
        let each = badges.into_iter().map(|b| view! { <Badge text=b.text tone=b.tone/> });
        view! { <div class="product-tile__badges">{each.collect_view()}</div> }
    });
    let rating = rating.map(|(rating, count)| view! { <Stars rating count/> });
    view! {
        <article class="product-tile">
            <div class="product-tile__picture">
                <Picture source sizes first/>
                {badges}
            </div>
            <h3 class="product-tile__title">
                <a class="product-tile__link" href=href>
                    {title}
                </a>
            </h3>
            <Price amount=price before saving prefix=price_prefix/>
            {rating}
            {note.map(|note| view! { <p class="product-tile__note">{note}</p> })}
            {children
                .map(|children| view! { <div class="product-tile__actions">{children()}</div> })}
        </article>
    }
}
