use leptos::prelude::*;

use crate::format;
use crate::i18n::{strings, use_locale};

/// A rating out of five, to the nearest half star, with the number beside it.
#[component]
pub fn Stars(
    rating: f64,
    /// How many rated, formatted: “1,234”.
    #[prop(default = None, into)]
    count: Option<String>,
    /// Leaves the number out where it stands elsewhere.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let locale = use_locale();
    let text = format::rating(locale, rating);
    let spoken = strings::ui::stars(locale, &text);
    let stars = (0..5)
        .map(|i| {
            let class = match rating - f64::from(i) {
                part if part >= 0.75 => "stars__star stars__star--full",
                part if part >= 0.25 => "stars__star stars__star--half",
                _ => "stars__star",
            };
            view! { <i class=class></i> }
        })
        .collect_view();
    view! {
        <span class="stars">
            <span class="visually-hidden">{spoken}</span>
            <span class="stars__row" aria-hidden="true">
                {stars}
            </span>
            {(!bare).then(|| view! { <span class="stars__value" aria-hidden="true">{text}</span> })}
            {count.map(|count| view! { <span class="stars__count">{count}</span> })}
        </span>
    }
}
