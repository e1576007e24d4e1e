use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::{Glyph, Icon};

/// One line of a histogram.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingBar {
    /// 1 to 5.
    pub stars: u8,
    /// How many, formatted.
    pub count: String,
    /// How many of all ratings; whole numbers, since writing out a fraction is code of
    /// its own.
    pub share: (u64, u64),
    /// The line in words: “5 stars, 120 reviews”.
    pub label: String,
    /// Where the filtered reviews are.
    pub href: String,
    /// Whether this line is the filter now.
    pub selected: bool,
}

/// How ratings are spread; a line filters the reviews below, without moving
/// the page.
#[component]
pub fn RatingHistogram(
    /// “Ratings”.
    #[prop(into)]
    label: String,
    #[prop(into)] bars: Signal<Vec<RatingBar>>,
) -> impl IntoView {
    let lines =
        move || bars.get().into_iter().map(|bar| view! { <li>{line(bar)}</li> }).collect_view();
    view! {
        <ul class="histogram" aria-label=label>
            {lines}
        </ul>
    }
}

fn line(bar: RatingBar) -> impl IntoView {
    let RatingBar { stars, count, share, label, href, selected } = bar;
    view! {
        <a
            class="histogram__line"
            href=href
            aria-label=label
            aria-current=selected.then_some("true")
            {..custom_attribute("noscroll", "")}
        >
            <span class="histogram__stars">{stars} <Icon glyph=Glyph::Star/></span>
            <progress class="histogram__bar" max=share.1.max(1) value=share.0 aria-hidden="true"></progress>
            <span class="histogram__count">{count}</span>
        </a>
    }
}
