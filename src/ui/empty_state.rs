use leptos::prelude::*;

use super::{Glyph, Icon};

/// Nothing here yet, and what to do next.
#[component]
pub fn EmptyState(
    glyph: Glyph,
    #[prop(into)] title: String,
    #[prop(optional, into)] text: String,
    /// The way on: a `LinkButton`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="state">
            <Icon glyph/>
            <h2 class="state__title">{title}</h2>
            <p class="state__text">{text}</p>
            {children.map(|children| view! { <div class="state__actions">{children()}</div> })}
        </div>
    }
}
