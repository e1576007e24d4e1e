use leptos::prelude::*;

use super::{Glyph, Icon};

/// A place in the bar at the foot of a phone, or in the top bar of a desk.
#[component]
pub fn TabBarItem(
    #[prop(into)] href: String,
    #[prop(into)] label: String,
    glyph: Glyph,
    /// Whether the shopper is there.
    #[prop(optional, into)]
    current: Signal<bool>,
    /// How many wait there.
    #[prop(optional, into)]
    badge: Signal<Option<String>>,
    /// In the top bar instead: the classes `top-bar__link` and `__badge`.
    #[prop(optional)]
    top: bool,
) -> impl IntoView {
    let count = move || {
        let class = if top { "top-bar__badge count" } else { "tab-bar__badge count" };
        badge.get().map(|text| view! { <span class=class>{text}</span> })
    };
    view! {
        <a
            class=if top { "top-bar__link" } else { "tab-bar__item" }
            href=href
            aria-current=move || current.get().then_some("page")
        >
            <Icon glyph/>
            <span>{label}</span>
            {count}
        </a>
    }
}
