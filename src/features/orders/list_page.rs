use crate::features::head::Title;
use leptos::prelude::*;

use super::guest_list::GuestList;
use super::order_list::{OrderList, OrderRows};
use crate::features::errors::ApiErrorView;
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::routes::Route;
use crate::state::{SessionState, SessionStatus};
use crate::ui::{ButtonKind, EmptyState, Glyph, LinkButton, PageHeader};

/// `/orders`: the shopper's orders; signed out, those of this device.
#[component]
pub fn OrdersPage() -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    // The page changes with who is signed in, not with every news of the session.
    let who = memo(move || match session.status() {
        SessionStatus::Loading => Ok(None),
        SessionStatus::Ready(session) => Ok(Some(session.shopper.as_ref().map(|s| s.id.clone()))),
        SessionStatus::Failed(error) => Err(error),
    });
    view! {
        <Title text=strings::orders::title(l) />
        <div class="orders-page">
            <PageHeader title=strings::orders::title(l) />
            {move || match who.get() {
                Ok(None) => view! { <OrderRows /> }.into_any(),
                Ok(Some(Some(_))) => view! { <OrderList /> }.into_any(),
                Ok(Some(None)) => view! { <SignedOut /> }.into_any(),
                Err(error) => {
                    view! { <ApiErrorView error on_retry=move |()| session.reload() /> }.into_any()
                }
            }}
        </div>
    }
    .into_any()
}

/// Nobody is signed in: the way in, and what this device remembers.
#[component]
fn SignedOut() -> impl IntoView {
    let l = use_locale();
    let sign_in = Route::SignIn { next: Some(Route::Orders.href()) };
    view! {
        <GuestList />
        <EmptyState
            glyph=Glyph::Orders
            title=strings::orders::signed_out_title(l)
            text=strings::orders::signed_out_text(l)
        >
            <LinkButton href=sign_in.href() kind=ButtonKind::Primary>
                {strings::orders::sign_in(l)}
            </LinkButton>
        </EmptyState>
    }
}
