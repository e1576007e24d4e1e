use leptos::prelude::*;

use super::{Glyph, Icon};

/// What went wrong, what is safe, and what to do.
#[component]
pub fn ErrorState(
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    #[prop(default = Glyph::Problem)] glyph: Glyph,
    /// The way out: retry, sign in, go back or contact us.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="state state--error" role="alert">
            <Icon glyph/>
            <h2 class="state__title">{title}</h2>
            <p class="state__text">{text}</p>
            {children.map(|children| view! { <div class="state__actions">{children()}</div> })}
        </div>
    }
}
