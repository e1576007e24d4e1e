use crate::features::head::Title;
use leptos::prelude::*;

use crate::i18n::{strings, use_locale};
use crate::routes::Route;
use crate::ui::{ButtonKind, EmptyState, Glyph, LinkButton};

/// No such page: where to go instead.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let l = use_locale();
    view! {
        <Title text=strings::errors::not_found_title(l) />
        <h1 class="visually-hidden" id="page-title" tabindex="-1">
            {strings::errors::not_found_title(l)}
        </h1>
        <EmptyState
            glyph=Glyph::Search
            title=strings::errors::not_found_title(l)
            text=strings::errors::not_found_text(l)
        >
            <LinkButton href=Route::Home.href() kind=ButtonKind::Primary>
                {strings::errors::to_home(l)}
            </LinkButton>
            <LinkButton href=Route::Search(String::new()).href()>
                {strings::errors::to_search(l)}
            </LinkButton>
        </EmptyState>
    }
}
