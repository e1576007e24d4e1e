use leptos::prelude::*;
use vitrine_contract::cart::LineRequest;

use crate::features::cart::{BasketLine, LineState, Prices};
use crate::features::errors::error_text;
use crate::features::pictures::picture_source;
use crate::format::{count, money};
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::{Banner, Button, ButtonSize, Picture, Skeleton, SkeletonShape, Tone};

/// What is bought, and what is left out.
#[component]
pub(super) fn Goods(prices: Prices, single: Memo<Option<LineRequest>>) -> impl IntoView {
    let l = use_locale();
    let lines = move || {
        let lines = prices.basket.with(|basket| basket.lines.clone());
        lines.into_iter().map(|line| row(l, line)).collect_view()
    };
    let left_out = move || {
        prices
            .basket
            .with(|b| !b.is_complete() && !b.is_unknown() && b.quote.is_some())
            .then(|| view! { <Banner tone=Tone::Warning text=strings::checkout::left_out(l) /> })
    };
    let failed = move || {
        prices.error.get().map(|error| {
            view! {
                <Banner tone=Tone::Warning text=error_text(l, &error)>
                    <Button size=ButtonSize::Small on_press=move |()| prices.refresh()>
                        {strings::cart::retry(l)}
                    </Button>
                </Banner>
            }
        })
    };
    view! {
        <section class="checkout__goods" aria-labelledby="goods-title">
            <div class="section-header">
                <h2 id="goods-title">
                    {strings::checkout::goods(l)}
                </h2>
                {move || {
                    single
                        .with(Option::is_none)
                        .then(|| {
                            view! {
                                <a href=Route::Cart.href()>{strings::checkout::change_goods(l)}</a>
                            }
                        })
                }}
            </div>
            <ul class="checkout__lines">{lines}</ul>
            {left_out}
            {failed}
        </section>
    }
}

fn row(l: Locale, line: BasketLine) -> impl IntoView {
    let state = match line.state {
        LineState::Available | LineState::Unknown => None,
        LineState::Gone => Some(strings::cart::gone(l).to_owned()),
        LineState::SoldOut => Some(strings::cart::sold_out(l).to_owned()),
        LineState::Insufficient(left) => {
            Some(strings::cart::insufficient(l, &count(l, u64::from(left))))
        }
    };
    let state = state.map(|text| view! { <p class="checkout__notice">{text}</p> });
    let Some(item) = line.item else {
        let gone = line.state == LineState::Gone;
        return view! {
            <li class="checkout__line checkout__line--gone">
                {if gone {
                    view! { <p>{strings::cart::gone_item(l)}</p> }.into_any()
                } else {
                    view! { <Skeleton shape=SkeletonShape::Row /> }.into_any()
                }}
                {state}
            </li>
        }
        .into_any();
    };
    let sum = item.unit_price.times(line.wanted.quantity).map(|sum| money(l, sum));
    let href = Route::Product { slug: item.slug, variant: Some(line.wanted.variant.0) }.href();
    view! {
        <li class="checkout__line">
            <span class="checkout__picture">
                <Picture source=picture_source(&item.picture) sizes="4rem" />
            </span>
            <div class="checkout__words">
                <p class="checkout__name">
                    <a href=href>{item.title}</a>
                </p>
                <p class="checkout__variant">
                    {item.variant_name} " × " {line.wanted.quantity}
                </p>
                {state}
            </div>
            <span class="checkout__sum">{sum.unwrap_or_default()}</span>
        </li>
    }
    .into_any()
}
