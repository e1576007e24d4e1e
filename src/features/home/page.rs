use leptos::prelude::*;
use leptos_meta::Title;
use vitrine_contract::catalog::{Category, Home};

use super::shelf::ShelfView;
use crate::api;
use crate::features::errors::ApiErrorView;
use crate::features::pictures::picture_source;
use crate::features::product::LoadingTiles;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::state::use_queries;
use crate::ui::Picture;

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
    let links = categories.iter().map(category_link).collect_view();
    let shelves = shelves
        .into_iter()
        .enumerate()
        .filter_map(|(index, shelf)| {
            let category = categories.iter().find(|c| c.slug == shelf.category)?.clone();
            Some(view! { <ShelfView category products=shelf.products first={index == 0} /> })
        })
        .collect_view();
    view! {
        <nav aria-label=strings::catalog::categories(l)>
            <ul class="category-strip">{links}</ul>
        </nav>
        {shelves}
    }
}

fn category_link(category: &Category) -> impl IntoView + use<> {
    let mut source = picture_source(&category.cover);
    // The name stands beside it.
    source.alt = String::new();
    view! {
        <li class="category-strip__item">
            <a href=Route::Category(category.slug.clone()).href()>
                <span class="category-strip__picture">
                    <Picture source sizes="(width >= 60rem) 13rem, calc(6.6rem*{ratio})" />
                </span>
                <span class="category-strip__name">{category.name.clone()}</span>
                <span class="category-strip__tagline">{category.tagline.clone()}</span>
            </a>
        </li>
    }
}
