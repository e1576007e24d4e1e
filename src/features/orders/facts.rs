use std::sync::Arc;

use leptos::prelude::*;
use vitrine_contract::orders::Order;
use vitrine_contract::payments::PaymentKind;
use vitrine_pricing::{Money, Quote};

use super::words::payment_word;
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::memo;
use crate::ui::markup::html;
use crate::ui::{PriceParts, PriceSize};

/// Where it goes and how it is paid.
#[component]
pub fn Facts(order: ReadSignal<Arc<Order>>) -> impl IntoView {
    let l = use_locale();
    let address = order.with_untracked(|order| order.address.clone());
    let means = order.with_untracked(|order| means(l, order));
    let payment = memo(move || order.with(|order| payment_word(l, order)));
    let goes_to = html! {
        h2.order-page__title #order-address { (strings::orders::address(l)) }
        address.order-page__fact {
            p { (address.name) " " span.numeric { (address.phone) } }
            p {
                (address.region) " " (address.city) " " (address.street) " " (address.postal_code)
            }
        }
    };
    view! {
        <section aria-labelledby="order-address" inner_html=goes_to.into_string()></section>
        <section aria-labelledby="order-payment">
            <h2 class="order-page__title" id="order-payment">{strings::orders::payment(l)}</h2>
            <p class="order-page__fact">{means} " · " {move || payment.get()}</p>
        </section>
    }
}

fn means(l: Locale, order: &Order) -> String {
    match order.payment_kind {
        PaymentKind::CashOnDelivery => strings::orders::cash_on_delivery(l).to_owned(),
        _ if order.payment_label.is_empty() => strings::orders::card(l).to_owned(),
        _ => strings::orders::card_label(l, &order.payment_label),
    }
}

/// What it costs, as it was agreed.
#[component]
pub fn Totals(order: ReadSignal<Arc<Order>>) -> impl IntoView {
    let l = use_locale();
    let quote = order.with_untracked(|order| order.quote.clone());
    let total = PriceParts { amount: quote.total, before: None, saving: None, prefix: None };
    let text = html! {
        @for (name, sum) in sums(l, &quote) {
            dt { (name) }
            dd { (sum) }
        }
        dt.totals__total { (strings::orders::total(l)) }
        dd.totals__total { (total.markup(l, PriceSize::Medium)) }
    };
    view! { <dl class="totals" inner_html=text.into_string()></dl> }
}

fn sums(l: Locale, quote: &Quote) -> Vec<(&'static str, String)> {
    let mut sums = vec![(strings::orders::subtotal(l), format::money(l, quote.items))];
    if quote.discount.amount() > 0 {
        let less = Money::new(-quote.discount.amount(), quote.discount.currency());
        sums.push((strings::orders::discount(l), format::money(l, less)));
    }
    let fee = if quote.delivery.amount() == 0 {
        strings::orders::free(l).to_owned()
    } else {
        format::money(l, quote.delivery)
    };
    sums.push((strings::orders::delivery_fee(l), fee));
    sums
}
