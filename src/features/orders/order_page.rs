use std::sync::Arc;

use crate::features::head::Title;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use vitrine_contract::OrderId;

use super::details::OrderDetails;
use crate::api::{self, ApiError, WayOut};
use crate::features::errors::ApiErrorView;
use crate::features::load::Load;
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::routes::Route;
use crate::state::{GuestOrders, SessionState};
use crate::ui::{
    ButtonKind, ErrorState, Glyph, LinkButton, Loading, PageHeader, Skeleton, SkeletonShape,
};

/// `/orders/{id}`; a guest opens it with `?key=`, or on the device that placed it.
#[component]
pub fn OrderPage(id: OrderId) -> impl IntoView {
    let l = use_locale();
    let query = use_query_map();
    let guests = GuestOrders::new();
    let id = StoredValue::new(id);
    let key = memo(move || {
        query.with(|query| query.get("key")).or_else(|| id.with_value(|id| guests.key_of(id)))
    });
    let order = Load::new(move || {
        Some(id.with_value(|id| api::orders::order(l, id, key.get().as_deref())))
    });
    view! {
        <Title text=strings::orders::loading_order(l) />
        {move || match order.answer() {
            None => view! { <OrderSkeleton /> }.into_any(),
            Some(Ok(order)) => {
                let first = Arc::new(order);
                view! { <OrderDetails first guest_key=key.get_untracked() /> }.into_any()
            }
            Some(Err(error)) => {
                view! { <OrderError error on_retry=Callback::new(move |()| order.refetch()) /> }
                    .into_any()
            }
        }}
    }
    .into_any()
}

/// The order's geometry, before it is here.
#[component]
fn OrderSkeleton() -> impl IntoView {
    let l = use_locale();
    view! {
        <PageHeader
            title=strings::orders::loading_order(l)
            back=(Route::Orders.href(), strings::orders::back_to_orders(l).to_owned())
        />
        <Loading>
            <div class="order-page page__columns">
                <div class="order-page__main">
                    <Skeleton shape=SkeletonShape::Title />
                    <Skeleton lines=2 />
                    <Skeleton shape=SkeletonShape::Row lines=6 />
                </div>
                <div class="order-page__facts page__aside">
                    <Skeleton shape=SkeletonShape::Row lines=3 />
                </div>
            </div>
        </Loading>
    }
}

/// Why there is no order here. One that is not there may be somebody's who is
/// not signed in now.
#[component]
fn OrderError(error: ApiError, on_retry: Callback<()>) -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let hidden = matches!(error.way_out(), WayOut::GoBack | WayOut::SignIn);
    let header = view! {
        <PageHeader
            title=strings::orders::loading_order(l)
            back=(Route::Orders.href(), strings::orders::back_to_orders(l).to_owned())
        />
    };
    if !hidden {
        return view! {
            {header}
            <ApiErrorView error on_retry />
        }
        .into_any();
    }
    let sign_in = move || {
        session.is_anonymous().then(|| {
            let location = leptos_router::hooks::use_location();
            let next = Some(location.pathname.get_untracked());
            view! {
                <LinkButton href=Route::SignIn { next }.href() kind=ButtonKind::Primary>
                    {strings::orders::sign_in(l)}
                </LinkButton>
            }
        })
    };
    view! {
        {header}
        <ErrorState
            title=strings::orders::not_found_title(l)
            text=strings::orders::not_found_text(l)
            glyph=Glyph::Search
        >
            {sign_in}
            <LinkButton href=Route::Orders.href()>{strings::orders::back_to_orders(l)}</LinkButton>
        </ErrorState>
    }
    .into_any()
}
