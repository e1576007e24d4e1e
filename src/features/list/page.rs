use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use vitrine_contract::catalog::{ProductList, Sort};

use super::active_filters::ActiveFilters;
use super::filters::{FilterSheet, Filters};
use super::query::ListQuery;
use super::results::Results;
use crate::api;
use crate::browser;
use crate::features::errors::{ApiErrorView, NotFoundPage};
use crate::features::product::LoadingTiles;
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::state::use_queries;
use crate::ui::{ChipLink, Choice, PageHeader, Select};

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
        Memo::new(move |_| params.with(|p| ListQuery::read(category.clone(), |name| p.get(name))));
    let page = use_queries().query(move || api::catalog::products(l, &query.get().pairs(), None));
    let retry = Callback::new(move |()| page.retry());
    view! {
        <Transition fallback=move || {
            view! { <LoadingTiles /> }
        }>
            {move || Suspend::new(async move {
                match page.get().await {
                    Ok(list) => full(l, query.get_untracked(), list).into_any(),
                    Err(error) if error.is_not_found() => view! { <NotFoundPage /> }.into_any(),
                    Err(error) => view! { <ApiErrorView error on_retry=retry page=true /> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn full(l: Locale, query: ListQuery, list: ProductList) -> impl IntoView {
    let title = match (&list.category, query.q.as_str()) {
        (Some(category), _) => category.name.clone(),
        (None, "") => strings::catalog::all_products(l).to_owned(),
        (None, q) => strings::catalog::results_for(l, q),
    };
    let count = list.list.meta.total.map_or_else(String::new, |total| {
        strings::catalog::product_count(l, &format::count(l, total))
    });
    let current = query.category.clone();
    let categories = list
        .categories
        .iter()
        .map(|category| {
            let here = current.as_deref() == Some(category.slug.as_str());
            view! {
                <li>
                    <ChipLink
                        href=Route::Category(category.slug.clone()).href()
                        label=category.name.clone()
                        current=here
                    />
                </li>
            }
        })
        .collect_view();
    // On a phone the row is longer than the screen.
    Effect::new(|_| {
        request_animation_frame(|| browser::show_in_row(".chips--scroll [aria-current]"))
    });
    view! {
        <Title text=title.clone() />
        <PageHeader title />
        <nav aria-label=strings::catalog::categories(l)>
            <ul class="chips chips--scroll">{categories}</ul>
        </nav>
        <div class="product-list">
            <aside class="product-list__rail" aria-label=strings::catalog::filters(l)>
                <Filters prefix="" query=query.clone() range=list.price_range />
            </aside>
            <div class="product-list__results">
                <div class="product-list__bar">
                    <p class="product-list__count">{count}</p>
                    <FilterSheet query=query.clone() range=list.price_range />
                    <SortChoice query=query.clone() />
                </div>
                <ActiveFilters query=query.clone() />
                <h2 class="visually-hidden">{strings::catalog::results(l)}</h2>
                <Results query list=list.list />
            </div>
        </div>
    }
}

#[component]
fn SortChoice(query: ListQuery) -> impl IntoView {
    let l = use_locale();
    let navigate = use_navigate();
    let choices: Vec<_> = [
        (Sort::Relevance, strings::catalog::sort_relevance(l)),
        (Sort::Sales, strings::catalog::sort_sales(l)),
        (Sort::PriceAsc, strings::catalog::sort_price_asc(l)),
        (Sort::PriceDesc, strings::catalog::sort_price_desc(l)),
        (Sort::Rating, strings::catalog::sort_rating(l)),
        (Sort::Newest, strings::catalog::sort_newest(l)),
    ]
    .iter()
    .map(|(sort, label)| Choice::new(sort.as_str(), *label))
    .collect();
    let value = query.sort.as_str().to_owned();
    let change = move |sort: String| {
        let query = ListQuery { sort: Sort::from(sort), ..query.clone() };
        navigate(&query.href(), NavigateOptions { scroll: false, ..Default::default() });
    };
    view! {
        <div class="product-list__sort">
            <Select name="sort" label=strings::catalog::sort(l) choices value on_change=change />
        </div>
    }
}
