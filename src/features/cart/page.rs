use crate::features::head::Title;
use leptos::prelude::*;

use super::line::CartLineView;
use super::prices::use_prices;
use super::totals::Totals;
use crate::features::errors::ApiErrorView;
use crate::format::count;
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::routes::Route;
use crate::state::{Cart, Network};
use crate::ui::{
    Banner, Button, ButtonKind, ButtonSize, Each, EmptyState, Glyph, LinkButton, PageHeader, Price,
    Tone,
};

/// The cart.
#[component]
pub fn CartPage() -> impl IntoView {
    let l = use_locale();
    let cart = Cart::expect();
    let empty = memo(move || cart.count() == 0);
    view! {
        <Title text=strings::cart::title(l) />
        <PageHeader title=strings::cart::title(l)>
            <p class="cart__pieces" role="status">
                {move || {
                    (!empty.get())
                        .then(|| strings::cart::pieces(l, &count(l, u64::from(cart.count()))))
                }}
            </p>
        </PageHeader>
        {move || {
            if empty.get() {
                view! {
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
                    .into_any()
            } else {
                view! { <Filled /> }.into_any()
            }
        }}
    }
    .into_any()
}

/// A cart with something in it.
#[component]
fn Filled() -> impl IntoView {
    let l = use_locale();
    let cart = Cart::expect();
    let network = Network::expect();
    let prices = use_prices(Signal::derive(move || cart.requests()));
    let basket = prices.basket;
    let retry = Callback::new(move |()| prices.refresh());
    let unknown = memo(move || basket.with(|b| b.is_unknown()));
    let variants =
        move || cart.entries().into_iter().map(|entry| entry.variant).collect::<Vec<_>>();
    // Without any known price the error stands for the list; with them, above it.
    let trouble = move || {
        let error = prices.error.get();
        let failed = error.is_some() || !network.is_online();
        match error {
            Some(error) if unknown.get() => {
                Some(view! { <ApiErrorView error on_retry=retry /> }.into_any())
            }
            _ if failed => Some(
                view! {
                    <Banner
                        tone=Tone::Warning
                        text=if unknown.get() {
                            strings::cart::not_known_yet(l)
                        } else {
                            strings::cart::last_known(l)
                        }
                    >
                        <Button size=ButtonSize::Small on_press=retry>
                            {strings::cart::retry(l)}
                        </Button>
                    </Banner>
                }
                .into_any(),
            ),
            _ => None,
        }
    };
    let can_buy = memo(move || basket.with(|b| b.quote.is_some()));
    let button = move || {
        if can_buy.get() {
            view! {
                <LinkButton
                    href=Route::Checkout.href()
                    kind=ButtonKind::Primary
                    size=ButtonSize::Large
                    wide=true
                >
                    {strings::cart::checkout(l)}
                </LinkButton>
            }
            .into_any()
        } else {
            view! {
                <Button kind=ButtonKind::Primary size=ButtonSize::Large wide=true disabled=true>
                    {strings::cart::checkout(l)}
                </Button>
            }
            .into_any()
        }
    };
    view! {
        <div class="cart">
        <div class="page__columns">
            <div class="cart__main">
                {trouble}
                <ul class="cart__lines">
                    <Each items=variants key=|variant| variant.clone() let:variant>
                        <CartLineView variant prices />
                    </Each>
                </ul>
            </div>
            <section class="cart__summary panel page__aside" aria-labelledby="summary-title">
                <h2 class="panel__title" id="summary-title">
                    {strings::cart::summary(l)}
                </h2>
                <Totals basket />
                {button}
            </section>
        </div>
        // Within reach of the thumb; on a desk the summary's own button does.
        <div class="cart__bar action-bar">
            <p class="action-bar__words">
                {move || {
                    let total = basket.with(|b| b.quote.as_ref().map(|quote| quote.total))?;
                    Some(
                        view! {
                            {strings::cart::total(l)}
                            " "
                            <Price amount=total />
                        },
                    )
                }}
            </p>
            <div class="action-bar__actions">{button}</div>
        </div>
        </div>
    }
}
