use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::List;
use vitrine_contract::orders::OrderSummary;

use super::order_card::OrderCard;
use crate::api::{self, ApiError};
use crate::features::errors::{ApiErrorView, error_text};
use crate::features::load::Load;
use crate::format;
use crate::i18n::{strings, use_locale};
use crate::routes::Route;
use crate::ui::{
    Banner, Button, ButtonKind, Each, EmptyState, Glyph, LinkButton, Loading, Skeleton,
    SkeletonShape, Tone,
};

/// The signed-in shopper's orders, the newest first.
#[component]
pub fn OrderList() -> impl IntoView {
    let l = use_locale();
    let first = Load::new(move || Some(api::orders::orders(l, None)));
    move || match first.answer() {
        None => view! { <OrderRows /> }.into_any(),
        Some(Err(error)) => {
            view! { <ApiErrorView error on_retry=move |()| first.refetch() /> }.into_any()
        }
        Some(Ok(list)) if list.items.is_empty() => view! {
            <EmptyState
                glyph=Glyph::Orders
                title=strings::orders::empty_title(l)
                text=strings::orders::empty_text(l)
            >
                <LinkButton href=Route::Home.href() kind=ButtonKind::Primary>
                    {strings::orders::to_shop(l)}
                </LinkButton>
            </EmptyState>
        }
        .into_any(),
        Some(Ok(list)) => view! { <OrderPages first=list /> }.into_any(),
    }
}

/// Orders before they are here.
#[component]
pub fn OrderRows() -> impl IntoView {
    view! {
        <Loading>
            <div class="order-list">
                <Skeleton shape=SkeletonShape::Row lines=4 />
            </div>
        </Loading>
    }
}

/// The first page and those that "load more" has brought.
#[component]
fn OrderPages(first: List<OrderSummary>) -> impl IntoView {
    let l = use_locale();
    let orders = RwSignal::new(first.items);
    let next = RwSignal::new(first.meta.next);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let told = RwSignal::new(String::new());
    let more = move |()| {
        let Some(cursor) = next.get_untracked() else { return };
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = api::read(api::orders::orders(l, Some(&cursor))).await;
            busy.try_set(false);
            match answer {
                Ok(page) => {
                    let count = format::count(l, page.items.len() as u64);
                    told.try_set(strings::orders::more_loaded(l, &count));
                    next.try_set(page.meta.next);
                    orders.try_update(|orders| orders.extend(page.items));
                }
                Err(error) => {
                    failed.try_set(Some(error));
                }
            }
        });
    };
    view! {
        <ul class="order-list">
            <Each items=move || orders.get() key=|order| order.id.clone() let:order>
                <li>
                    <OrderCard order />
                </li>
            </Each>
        </ul>
        <p class="visually-hidden" role="status">
            {move || told.get()}
        </p>
        {move || {
            failed
                .get()
                .map(|error| {
                    view! { <Banner tone=Tone::Bad text=error_text(l, &error) urgent=true /> }
                })
        }}
        <Show when=move || next.read().is_some()>
            <div class="order-list__more">
                <Button on_press=more busy=busy>
                    {strings::orders::load_more(l)}
                </Button>
            </div>
        </Show>
    }
}
