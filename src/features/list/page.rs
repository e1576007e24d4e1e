use crate::features::head::Title;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use vitrine_contract::catalog::{ProductList, Sort};
use web_sys::Element;

use super::active_filters::active_filters;
use super::later_filters::{LaterFilters, LaterSheet};
use super::query::ListQuery;
use super::results::{results, with_more};
use crate::api;
use crate::browser;
use crate::features::bundles::when_till_is_here;
use crate::features::errors::{ApiErrorView, NotFoundPage};
use crate::features::load::reading;
use crate::features::product::LoadingTiles;
use crate::features::written::{When, Written};
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::{effect, memo};
use crate::routes::Route;
use crate::state::use_queries;
use crate::ui::markup::{Markup, html, listen};
use crate::ui::{Choice, chip_link, page_header, select};

/// `/c/{slug}`.
#[component]
pub fn CategoryPage(slug: String) -> impl IntoView {
    list_page(Some(slug))
}

/// `/search`.
#[component]
pub fn SearchPage() -> impl IntoView {
    list_page(None)
}

fn list_page(category: Option<String>) -> AnyView {
    let l = use_locale();
    let params = use_query_map();
    let query =
        memo(move || params.with(|p| ListQuery::read(category.clone(), |name| p.get(name))));
    let page = use_queries().query(move || api::catalog::products(l, &query.get().pairs(), None));
    let retry = Callback::new(move |()| page.retry());
    reading(
        page,
        || LoadingTiles().into_any(),
        move |answer| match answer {
            Ok(list) => full(l, query.get_untracked(), list),
            Err(error) if error.is_not_found() => view! { <NotFoundPage /> }.into_any(),
            Err(error) => view! { <ApiErrorView error on_retry=retry page=true /> }.into_any(),
        },
    )
}

fn full(l: Locale, query: ListQuery, list: ProductList) -> AnyView {
    let title = match (&list.category, query.q.as_str()) {
        (Some(category), _) => category.name.clone(),
        (None, "") => strings::catalog::all_products(l).to_owned(),
        (None, q) => strings::catalog::results_for(l, q),
    };
    let description = list.category.as_ref().map(|category| category.tagline.clone());
    // On a phone the row is longer than the screen.
    effect(|| request_animation_frame(|| browser::show_in_row(".chips--scroll [aria-current]")));
    let heading = title.clone();
    let document_title =
        view! { <Title text=title.clone() description=description.unwrap_or_default() /> };
    let range = list.price_range;
    let (rail, sheet, sort) = (query.clone(), query.clone(), query.clone());
    let ProductList { list, categories, .. } = list;
    let (items, own) = (list.items.clone(), query.clone());
    let total = list.meta.total;
    let text = Written::new(move |places| {
        let count = total.map_or_else(String::new, |total| {
            strings::catalog::product_count(l, &format::count(l, total))
        });
        html! {
            (page_header(&heading))
            nav.product-list__categories aria-label=(strings::catalog::categories(l)) {
                ul.chips."chips--scroll" {
                    @for category in &categories {
                        @let here = own.category.as_deref() == Some(category.slug.as_str());
                        @let href = Route::Category(category.slug.clone()).href();
                        li { (chip_link(&href, &category.name, here, None)) }
                    }
                }
            }
            div.product-list {
                aside.product-list__rail aria-label=(strings::catalog::filters(l)) {
                    (places.at("rail"))
                }
                div.product-list__results {
                    div.product-list__bar {
                        p.product-list__count { (count) }
                        (places.at("sheet"))
                        div.live data-live="sort" { (sort_choice(l, &own.sort)) }
                    }
                    (active_filters(l, &own))
                    h2.visually-hidden { (strings::catalog::results(l)) }
                    (results(l, &items))
                    (places.at("more"))
                }
            }
        }
    })
    .live("sheet", When::AtOnce, move || view! { <LaterSheet query=sheet range /> }.into_any())
    .follow("sort", When::AtOnce, move |place| follow_sort(&place, sort))
    .waiting(
        "rail",
        move || view! { <LaterFilters query=rail range /> }.into_any(),
        when_till_is_here,
    );
    let written = with_more(l, text, query, list).view("product-list-page");
    view! {
        {document_title}
        {written}
    }
    .into_any()
}

fn sort_choice(l: Locale, chosen: &Sort) -> Markup {
    let choices = [
        (Sort::Relevance, strings::catalog::sort_relevance(l)),
        (Sort::Sales, strings::catalog::sort_sales(l)),
        (Sort::PriceAsc, strings::catalog::sort_price_asc(l)),
        (Sort::PriceDesc, strings::catalog::sort_price_desc(l)),
        (Sort::Rating, strings::catalog::sort_rating(l)),
        (Sort::Newest, strings::catalog::sort_newest(l)),
    ]
    .map(|(sort, label)| Choice::new(sort.as_str(), label));
    html! {
        div.product-list__sort {
            (select("sort", strings::catalog::sort(l), &choices, chosen.as_str()))
        }
    }
}

/// Leads to the list in the order that is chosen.
fn follow_sort(place: &Element, query: ListQuery) {
    let navigate = use_navigate();
    listen(place, "change", move |event| {
        let query = ListQuery { sort: Sort::from(event_target_value(&event)), ..query.clone() };
        navigate(&query.href(), NavigateOptions { scroll: false, ..Default::default() });
    });
}
