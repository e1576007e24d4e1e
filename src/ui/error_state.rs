use leptos::prelude::*;

use super::{Glyph, Icon};

/// What went wrong, what is safe, and what to do.
#[component]
pub fn ErrorState(
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    #[prop(default = Glyph::Problem)] glyph: Glyph,
    /// It stands in for the whole page, so its title is the page's.
    #[prop(default = false)]
    page: bool,
    /// The way out: retry, sign in, go back or contact us.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = if page {
        view! {
            <h1 class="state__title" id="page-title" tabindex="-1">
                {title}
            </h1>
        }
        .into_any()
    } else {
        view! { <h2 class="state__title">{title}</h2> }.into_any()
    };
    view! {
        <div class="state state--error" role="alert">
            <Icon glyph/>
            {title}
            <p class="state__text">{text}</p>
            {children.map(|children| view! { <div class="state__actions">{children()}</div> })}
        </div>
    }
}
