use leptos::prelude::*;
use vitrine_contract::List;
use vitrine_contract::catalog::ProductTile;
use web_sys::HtmlElement;

use super::query::ListQuery;
use crate::api::{self, ApiError};
use crate::features::errors::ApiErrorView;
use crate::features::product::{GRID, product_card, with_actions};
use crate::features::written::{When, Written};
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::effect;
use crate::routes::Route;
use crate::state::{ListMemory, LoadedPages};
use crate::ui::markup::{Markup, html};
use crate::ui::{Button, EmptyState, Glyph, LinkButton};

/// Name of the place that holds the tiles.
const TILES: &str = "tiles";
/// Keeps the first page's tiles apart.
const FIRST: &str = "first-";

/// The first page of a list.
pub fn results(l: Locale, items: &[ProductTile]) -> Markup {
    html! {
        @if !items.is_empty() {
            ul.product-grid data-live=(TILES) {
                (tiles(l, items, true, FIRST))
            }
        }
    }
}

/// A list's text with the ways to have its products, and to see more of them, page
/// after page. How far it was unrolled is remembered by URL, so that Back finds it
/// as it was.
pub fn with_more(l: Locale, text: Written, query: ListQuery, list: List<ProductTile>) -> Written {
    if list.items.is_empty() {
        return text.live("more", When::AtOnce, move || nothing(&query).into_any());
    }
    let text = with_actions(text, &list.items, FIRST);
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

    let shown_of = move || {
        let total = total?;
        let shown = loaded.with(|pages| pages.products.len()) + first_count;
        let number = |n: u64| format::number(l, n);
        Some(strings::catalog::shown_of(l, &number(shown as u64), &number(total)))
    };
    let foot = move || {
        view! {
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
    };
    text.appended(TILES, move |list| follow_loaded(l, list, loaded)).live(
        "more",
        When::AtOnce,
        foot,
    )
}

/// Writes what is loaded behind what the list has already.
fn follow_loaded(l: Locale, list: HtmlElement, loaded: RwSignal<LoadedPages>) {
    // What belongs to an effect is gone before that runs again.
    let Some(owner) = Owner::current().map(|owner| owner.downgrade()) else { return };
    let mut shown = 0;
    effect(move || {
        let more = loaded.with(|pages| pages.products.get(shown..).unwrap_or_default().to_vec());
        let Some(owner) = owner.upgrade() else { return };
        // What the catalog has moved down meanwhile may come twice.
        let place = format!("more-{shown}-");
        shown += more.len();
        let (items, own) = (more.clone(), place.clone());
        let text = Written::new(move |_| tiles(l, &items, false, &own));
        owner.with(|| with_actions(text, &more, &place).append(&list));
    });
}

/// Tiles of a list, which may begin with the page's first large picture; `place` keeps
/// them apart from others.
fn tiles(l: Locale, items: &[ProductTile], is_first: bool, place: &str) -> Markup {
    html! {
        @for (index, tile) in items.iter().enumerate() {
            li { (product_card(l, tile, GRID, is_first && index == 0, place)) }
        }
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
