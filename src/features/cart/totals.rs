use leptos::prelude::*;

use super::basket::Basket;
use crate::format::{date_range, money};
use crate::i18n::{strings, use_locale};
use crate::ui::{Glyph, Icon, PENDING, PendingPrice, Price, PriceSize};

/// Every cost, before anything is decided: goods, discounts, delivery, total.
#[component]
pub fn Totals(basket: Memo<Basket>) -> impl IntoView {
    let l = use_locale();
    move || {
        let (quote, promise, unknown) =
            basket.with(|b| (b.quote.clone(), b.promise.clone(), b.is_waiting()));
        let row = |name: &'static str, value: String| {
            view! {
                <dt>{name}</dt>
                <dd>{value}</dd>
            }
        };
        let Some(quote) = quote else {
            if !unknown {
                return view! { <p class="totals__note">{strings::cart::nothing_to_buy(l)}</p> }
                    .into_any();
            }
            // The rows keep their places for the amounts.
            return view! {
                <dl class="totals" aria-busy="true">
                    {row(strings::cart::items(l), PENDING.into())}
                    {row(strings::cart::delivery(l), PENDING.into())}
                    <dt class="totals__total">{strings::cart::total(l)}</dt>
                    <dd class="totals__total">
                        <PendingPrice size=PriceSize::Large />
                    </dd>
                </dl>
            }
            .into_any();
        };
        let delivery = match quote.delivery.amount() {
            0 => strings::cart::free(l).to_owned(),
            _ => money(l, quote.delivery),
        };
        let discount = (quote.discount.amount() > 0)
            .then(|| row(strings::cart::discount(l), format!("−{}", money(l, quote.discount))));
        let gap = quote.free_delivery_gap.map(|gap| {
            view! {
                <p class="totals__note totals__note--gap">
                    <Icon glyph=Glyph::Truck />
                    {strings::cart::gap(l, &money(l, gap))}
                </p>
            }
        });
        let promise = promise.map(|promise| {
            let days = date_range(l, promise.from.as_str(), promise.until.as_str());
            view! {
                <p class="totals__note">
                    <Icon glyph=Glyph::Clock />
                    {strings::cart::arrives(l, &days)}
                </p>
            }
        });
        view! {
            <dl class="totals">
                {row(strings::cart::items(l), money(l, quote.items))}
                {discount}
                {row(strings::cart::delivery(l), delivery)}
                <dt class="totals__total">{strings::cart::total(l)}</dt>
                <dd class="totals__total">
                    <Price amount=quote.total size=PriceSize::Large />
                </dd>
            </dl>
            {gap}
            {promise}
        }
        .into_any()
    }
}
