use crate::features::head::Title;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use vitrine_contract::cart::LineRequest;

use super::form::Draft;
use super::form_view::CheckoutForm;
use super::wanted::parse_buy;
use crate::features::errors::ApiErrorView;
use crate::i18n::{strings, use_locale};
use crate::reactive::{effect, memo};
use crate::routes::Route;
use crate::state::{CHECKOUT, Cart, Purchases, SessionState, SessionStatus, Settled, Stored};
use crate::ui::{
    ButtonKind, EmptyState, Glyph, LinkButton, Loading, PageHeader, Skeleton, SkeletonShape,
};

/// Which form is shown. The session's other news must not make it anew.
#[derive(Clone, PartialEq)]
enum Phase {
    Loading,
    Failed(crate::api::ApiError),
    Empty,
    Form { guest: bool },
}

/// The checkout: one page, as a guest or signed in.
#[component]
pub fn CheckoutPage() -> impl IntoView {
    let l = use_locale();
    let cart = Cart::expect();
    let session = SessionState::expect();
    let purchases = Purchases::expect();
    let navigate = use_navigate();
    let query = use_query_map();
    let draft = Stored::new("vitrine.draft.checkout", Draft::default());
    let single = memo(move || query.with(|query| query.get_str("buy").and_then(parse_buy)));
    let wanted: Signal<Vec<LineRequest>> =
        Signal::derive(move || single.get().map_or_else(|| cart.requests(), |line| vec![line]));
    // The purchase that this page waits for: its own, or one that an earlier
    // page, before a reload, has left without an answer.
    let following = RwSignal::new(untrack(|| {
        purchases.key_of(CHECKOUT).or_else(|| purchases.unseen(CHECKOUT))
    }));
    // Being seen is no news of the order.
    let settled = memo(move || {
        let settled = following.get().and_then(|key| purchases.settled(&key))?;
        Some(Settled { seen: true, ..settled })
    });
    effect(move || {
        if let Some(settled) = settled.get() {
            draft.set(Draft::default());
            untrack(|| purchases.see(&settled.key));
            let route = Route::Order { id: settled.order, key: settled.guest_key };
            navigate(&route.href(), NavigateOptions { replace: true, ..Default::default() });
        }
    });
    let phase = memo(move || match session.status() {
        _ if settled.with(Option::is_some) => Phase::Loading,
        SessionStatus::Loading => Phase::Loading,
        SessionStatus::Failed(error) => Phase::Failed(error),
        SessionStatus::Ready(_) if wanted.with(Vec::is_empty) && following.get().is_none() => {
            Phase::Empty
        }
        SessionStatus::Ready(session) => Phase::Form { guest: session.shopper.is_none() },
    });
    let retry = Callback::new(move |()| session.reload());
    let content = move || match phase.get() {
        Phase::Loading => view! {
            <Loading>
                <Skeleton shape=SkeletonShape::Row lines=6 />
                <Skeleton shape=SkeletonShape::Button />
            </Loading>
        }
        .into_any(),
        Phase::Failed(error) => view! { <ApiErrorView error on_retry=retry /> }.into_any(),
        Phase::Empty => view! {
            <EmptyState
                glyph=Glyph::Cart
                title=strings::cart::empty_title(l)
                text=strings::cart::empty_text(l)
            >
                <LinkButton href=Route::Home.href() kind=ButtonKind::Primary>
                    {strings::cart::to_shop(l)}
                </LinkButton>
            </EmptyState>
        }
        .into_any(),
        Phase::Form { guest } => {
            view! { <CheckoutForm guest draft wanted single following /> }.into_any()
        }
    };
    let back = (Route::Cart.href(), strings::checkout::back(l).to_owned());
    view! {
        <Title text=strings::checkout::title(l) />
        <PageHeader title=strings::checkout::title(l) back=back />
        <p class="visually-hidden" role="status">
            {move || settled.get().map(|_| strings::checkout::opening(l))}
        </p>
        {content}
    }
    .into_any()
}
