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
    /// Where the filtered reviews are; without it the line is a button.
    pub href: Option<String>,
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
    /// For lines without a link: the stars that were pressed.
    #[prop(optional, into)]
    on_select: Option<Callback<u8>>,
) -> impl IntoView {
    let lines = move || {
        bars.get().into_iter().map(|bar| view! { <li>{line(bar, on_select)}</li> }).collect_view()
    };
    view! {
        <ul class="histogram" aria-label=label>
            {lines}
        </ul>
    }
}

fn line(bar: RatingBar, on_select: Option<Callback<u8>>) -> AnyView {
    let RatingBar { stars, count, share, label, href, selected } = bar;
    let inside = view! {
        <span class="histogram__stars">{stars} <Icon glyph=Glyph::Star/></span>
        <progress class="histogram__bar" max=share.1.max(1) value=share.0 aria-hidden="true"></progress>
        <span class="histogram__count">{count}</span>
    };
    match (href, on_select) {
        (Some(href), _) => view! {
            <a
                class="histogram__line"
                href=href
                aria-label=label
                aria-current=selected.then_some("true")
                {..custom_attribute("noscroll", "")}
            >
                {inside}
            </a>
        }
        .into_any(),
        (None, Some(on_select)) => view! {
            <button
                type="button"
                class="histogram__line"
                aria-label=label
                aria-pressed=if selected { "true" } else { "false" }
                on:click=move |_| on_select.run(stars)
            >
                {inside}
            </button>
        }
        .into_any(),
        (None, None) => view! {
            <div class="histogram__line">
                <span class="visually-hidden">{label}</span>
                {inside}
            </div>
        }
        .into_any(),
    }
}
