use leptos::prelude::*;
use vitrine_contract::List;
use vitrine_contract::catalog::ProductTile;

use super::query::ListQuery;
use crate::api::{self, ApiError};
use crate::features::errors::ApiErrorView;
use crate::features::in_turn::BelowTheFold;
use crate::features::product::ProductCard;
use crate::format;
use crate::i18n::{strings, use_locale};
use crate::routes::Route;
use crate::state::{ListMemory, LoadedPages};
use crate::ui::{Button, Each, EmptyState, Glyph, LinkButton};

/// So many tiles fill the first screen, of a large desk too.
const FIRST_SCREEN: usize = 10;
/// So many of the others are made at once.
const GROUP: usize = 7;

/// The products of a list, page after page. How far it was unrolled is
/// remembered by URL, so that Back finds it as it was.
#[component]
pub fn Results(query: ListQuery, list: List<ProductTile>) -> impl IntoView {
    let l = use_locale();
    if list.items.is_empty() {
        return nothing(&query).into_any();
    }
    let memory = ListMemory::expect();
    let url = StoredValue::new(format!("{}#{}", query.href(), l.tag()));
    let first_count = list.items.len();
    let total = list.meta.total;
    let loaded = RwSignal::new(match url.with_value(|url| memory.recall(url)) {
        Some(pages) => LoadedPages::clone(&pages),
        None => LoadedPages { products: Vec::new(), next: list.meta.next },
    });
    let loading = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let news = RwSignal::new(String::new());
    let pairs = StoredValue::new(query.pairs());

    let load_more = Callback::new(move |()| {
        let Some(cursor) = loaded.with_untracked(|pages| pages.next.clone()) else { return };
        if loading.get_untracked() {
            return;
        }
        loading.set(true);
        failed.set(None);
        leptos::task::spawn_local(async move {
            let more = pairs.with_value(|pairs| api::catalog::products(l, pairs, Some(&cursor)));
            let page = api::read(more).await;
            loading.try_set(false);
            match page {
                Ok(page) => {
                    let more = format::count(l, page.list.items.len() as u64);
                    loaded.try_update(|pages| {
                        pages.products.extend(page.list.items);
                        pages.next = page.list.meta.next;
                        url.try_with_value(|url| memory.remember(url, pages.clone()));
                    });
                    news.try_set(strings::catalog::more_loaded(l, &more));
                }
                Err(error) => {
                    failed.try_set(Some(error));
                }
            }
        });
    });

    let mut items = list.items;
    let rest = items.split_off(items.len().min(FIRST_SCREEN));
    let tiles = items
        .into_iter()
        .enumerate()
        .map(|(index, tile)| view! { <li><ProductCard tile first={index == 0} /></li> })
        .collect_view();
    let rest = rest
        .chunks(GROUP)
        .map(|group| {
            let group = group.to_vec();
            view! { <BelowTheFold>{group.into_iter().map(other).collect_view()}</BelowTheFold> }
        })
        .collect_view();
    let shown_of = move || {
        let total = total?;
        let shown = loaded.with(|pages| pages.products.len()) + first_count;
        let number = |n: u64| format::number(l, n);
        Some(strings::catalog::shown_of(l, &number(shown as u64), &number(total)))
    };
    view! {
        <ul class="product-grid">
            {tiles} {rest}
            <Each items=move || loaded.get().products key=|tile| tile.id.clone() let:tile>
                {other(tile)}
            </Each>
        </ul>
        <div class="product-list__more">
            <p>{shown_of}</p>
            {move || failed.get().map(|error| view! { <ApiErrorView error on_retry=load_more /> })}
            <Show when=move || {
                failed.with(|f| f.is_none()) && loaded.with(|pages| pages.next.is_some())
            }>
                <Button busy=loading on_press=load_more>
                    {strings::catalog::load_more(l)}
                </Button>
            </Show>
            <p class="visually-hidden" role="status">
                {news}
            </p>
        </div>
    }
    .into_any()
}

fn other(tile: ProductTile) -> impl IntoView {
    view! {
        <li>
            <ProductCard tile />
        </li>
    }
}

/// Nothing matches: what to do next.
fn nothing(query: &ListQuery) -> impl IntoView + use<> {
    let l = use_locale();
    let clear = query.is_filtered().then(|| query.unfiltered().href());
    view! {
        <EmptyState
            glyph=Glyph::Search
            title=strings::catalog::nothing_found(l)
            text=strings::catalog::nothing_found_text(l)
        >
            {clear
                .map(|href| {
                    view! {
                        <LinkButton href>{strings::catalog::clear_filters(l)}</LinkButton>
                    }
                })}
            <LinkButton href=Route::Home.href()>{strings::errors::to_home(l)}</LinkButton>
        </EmptyState>
    }
}
