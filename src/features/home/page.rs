use leptos::prelude::*;
use leptos_meta::Title;
use vitrine_contract::catalog::{Category, Home};

use super::shelf::ShelfView;
use crate::api;
use crate::features::errors::ApiErrorView;
use crate::features::in_turn::BelowTheFold;
use crate::features::pictures::picture_source;
use crate::features::product::LoadingTiles;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::state::use_queries;
use crate::ui::markup::{Markup, html};
use crate::ui::{PictureSource, picture};

/// So many shelves fill the first screen, of a large desk too.
const FIRST_SCREEN: usize = 2;
/// How wide a category's picture is.
const COVER: &str = "(width >= 60rem) 13rem, calc(6.6rem*{ratio})";

/// `/`: goods by category.
#[component]
pub fn HomePage() -> impl IntoView {
    let l = use_locale();
    let home = use_queries().query(move || api::catalog::home(l));
    let retry = Callback::new(move |()| home.retry());
    view! {
        <Title text=strings::catalog::home_title(l) />
        <div class="home">
        <div class="home__intro">
            <h1 class="home__title" id="page-title" tabindex="-1">
                {strings::catalog::home_heading(l)}
            </h1>
            <p class="home__text">{strings::catalog::home_text(l)}</p>
        </div>
        <Transition fallback=move || {
            view! { <LoadingTiles /> }
        }>
            {move || Suspend::new(async move {
                match home.get().await {
                    Ok(home) => full(l, home).into_any(),
                    Err(error) => view! { <ApiErrorView error on_retry=retry /> }.into_any(),
                }
            })}
        </Transition>
        </div>
    }
}

fn full(l: Locale, home: Home) -> impl IntoView {
    let Home { categories, shelves } = home;
    let links = html! { @for category in &categories { (category_link(category)) } };
    let shelves = shelves
        .into_iter()
        .enumerate()
        .filter_map(|(index, shelf)| {
            let category = categories.iter().find(|c| c.slug == shelf.category)?.clone();
            let products = shelf.products;
            Some(if index < FIRST_SCREEN {
                view! { <ShelfView category products first={index == 0} /> }.into_any()
            } else {
                view! { <BelowTheFold><ShelfView category products /></BelowTheFold> }.into_any()
            })
        })
        .collect_view();
    view! {
        <nav aria-label=strings::catalog::categories(l)>
            <ul class="category-strip" inner_html=links.into_string()></ul>
        </nav>
        {shelves}
    }
}

fn category_link(category: &Category) -> Markup {
    // The name stands beside it.
    let source = PictureSource { alt: String::new(), ..picture_source(&category.cover) };
    html! {
        li.category-strip__item {
            a href=(Route::Category(category.slug.clone()).href()) {
                span.category-strip__picture { (picture(&source, COVER, false)) }
                span.category-strip__name { (category.name) }
                span.category-strip__tagline { (category.tagline) }
            }
        }
    }
}
