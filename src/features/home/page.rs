use crate::features::head::Title;
use leptos::prelude::*;
use vitrine_contract::catalog::{Category, Home};

use super::shelf::shelf;
use crate::api;
use crate::features::errors::ApiErrorView;
use crate::features::load::reading;
use crate::features::pictures::picture_source;
use crate::features::product::LoadingTiles;
use crate::features::written::{When, Written};
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::state::use_queries;
use crate::ui::markup::{Markup, fold, html};
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
    let about = strings::catalog::home_text(l).to_owned();
    let page = reading(
        home,
        move || home_view(l, LoadingTiles().into_any()),
        move |answer| match answer {
            Ok(home) => full(l, home),
            Err(error) => home_view(l, view! { <ApiErrorView error on_retry=retry /> }.into_any()),
        },
    );
    view! {
        <Title text=strings::catalog::home_title(l) description=about />
        {page}
    }
}

/// The page's head above something else than goods.
fn home_view(l: Locale, below: AnyView) -> AnyView {
    view! {
        <div class="home">
            <div class="home__intro" inner_html=intro(l).into_string()></div>
            {below}
        </div>
    }
    .into_any()
}

fn intro(l: Locale) -> Markup {
    html! {
        h1.home__title #page-title tabindex="-1" { (strings::catalog::home_heading(l)) }
        p.home__text { (strings::catalog::home_text(l)) }
    }
}

fn full(l: Locale, home: Home) -> AnyView {
    let Home { categories, shelves } = home;
    let shelves: Vec<_> = shelves
        .into_iter()
        .enumerate()
        .filter_map(|(index, found)| {
            let category = categories.iter().find(|c| c.slug == found.category)?.clone();
            let place = format!("shelf-{}", category.slug);
            Some((place, index, shelf(l, category, found.products, index == 0)))
        })
        .collect();
    let names: Vec<_> = shelves.iter().map(|(place, ..)| place.clone()).collect();
    let text = Written::new(move |places| {
        html! {
            div.home__intro { (intro(l)) }
            nav aria-label=(strings::catalog::categories(l)) {
                ul.category-strip { @for category in &categories { (category_link(category)) } }
            }
            @for name in &names { (places.at(name)) }
            (fold())
        }
    });
    shelves
        .into_iter()
        .fold(text, |text, (place, index, shelf)| {
            let when = if index < FIRST_SCREEN { When::AtOnce } else { When::InTurn };
            text.text(place, when, shelf)
        })
        .view("home")
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
