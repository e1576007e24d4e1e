use leptos::prelude::*;

use super::markup::{Markup, html};
use crate::format;
use crate::i18n::{Locale, strings, use_locale};

/// A rating out of five, to the nearest half star, with the number beside it.
#[component]
pub fn Stars(
    rating: f64,
    /// Leaves the number out where it stands elsewhere.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let inside = inside(use_locale(), rating, None, bare);
    view! { <span class="stars" inner_html=inside.into_string()></span> }
}

/// [`Stars`] as text, with how many rated, formatted: “1,234”.
pub fn stars(locale: Locale, rating: f64, count: Option<&str>) -> Markup {
    html! { span.stars { (inside(locale, rating, count, false)) } }
}

fn inside(locale: Locale, rating: f64, count: Option<&str>, bare: bool) -> Markup {
    let text = format::rating(locale, rating);
    html! {
        span.visually-hidden { (strings::ui::stars(locale, &text)) }
        span.stars__row aria-hidden="true" {
            @for i in 0..5 {
                i class=(star(rating - f64::from(i))) {}
            }
        }
        @if !bare { span.stars__value aria-hidden="true" { (text) } }
        @if let Some(count) = count { span.stars__count { (count) } }
    }
}

/// A star of which this much is shining.
fn star(part: f64) -> &'static str {
    match part {
        part if part >= 0.75 => "stars__star stars__star--full",
        part if part >= 0.25 => "stars__star stars__star--half",
        _ => "stars__star",
    }
}
