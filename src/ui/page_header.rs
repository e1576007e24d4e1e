use leptos::prelude::*;

use super::markup::{Markup, html};
use super::{Glyph, Icon};

/// A page's title. The shell moves the focus to its `h1` (`#page-title`) after
/// navigation.
#[component]
pub fn PageHeader(
    #[prop(into)] title: String,
    /// One quiet line below.
    #[prop(optional, into)]
    text: String,
    /// Where Back leads, and its name.
    #[prop(default = None, into)]
    back: Option<(String, String)>,
    /// Actions at the end of the title's line.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let back = back.map(|(href, name)| {
        view! {
            <a class="page-header__back" href=href>
                <Icon glyph=Glyph::Back/>
                {name}
            </a>
        }
    });
    view! {
        <header class="page-header">
            {back}
            <div class="page-header__line">
                <h1 class="page-header__title" id="page-title" tabindex="-1">
                    {title}
                </h1>
                {children
                    .map(|children| view! { <div class="page-header__actions">{children()}</div> })}
            </div>
            {(!text.is_empty()).then(|| view! { <p class="page-header__text">{text}</p> })}
        </header>
    }
}

/// [`PageHeader`] as text, with nothing but the title.
pub fn page_header(title: &str) -> Markup {
    html! {
        header.page-header {
            div.page-header__line {
                h1.page-header__title #page-title tabindex="-1" { (title) }
            }
        }
    }
}
