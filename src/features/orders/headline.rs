use std::sync::Arc;

use leptos::prelude::*;
use vitrine_contract::orders::{Order, OrderStatus};

use super::words::{arrival, delivered_at, expected, is_delayed, is_under_way, moment, sentence};
use crate::browser::LiveState;
use crate::format::{DateStyle, date};
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::memo;
use crate::ui::{Banner, Tone};

/// Where the order is in one sentence, and when it arrives.
#[component]
pub fn Headline(
    order: ReadSignal<Arc<Order>>,
    /// Whether news arrive.
    state: ReadSignal<LiveState>,
) -> impl IntoView {
    let l = use_locale();
    let words = memo(move || order.with(|order| sentence(l, order)));
    let dates = memo(move || order.with(|order| dates(l, order)));
    let delay = memo(move || order.with(|order| delay(l, order)));
    let live = memo(move || order.with(|order| is_open(order)));
    view! {
        <div
            class="order-page__arrival"
            class:order-page__arrival--late=move || delay.with(|delay| matches!(delay, Some((Some(_), _))))
        >
            <p>{move || words.get()}</p>
        </div>
        <Show when=move || live.get()>
            <LiveMark state />
        </Show>
        {move || {
            delay
                .get()
                .map(|(title, text)| {
                    view! { <Banner tone=Tone::Warning title=title.unwrap_or_default() text /> }
                })
        }}
        <dl class="order-dates">
            {move || {
                dates
                    .get()
                    .into_iter()
                    .map(|(name, value)| {
                        view! {
                            <div class="order-dates__item">
                                <dt>{name}</dt>
                                <dd class="numeric">{value}</dd>
                            </div>
                        }
                    })
                    .collect_view()
            }}
        </dl>
    }
}

/// A quiet word about the connection.
#[component]
fn LiveMark(state: ReadSignal<LiveState>) -> impl IntoView {
    let l = use_locale();
    let word = move || match state.get() {
        LiveState::Connecting => strings::tracking::connecting(l),
        LiveState::Live => strings::tracking::live(l),
        LiveState::Reconnecting => strings::tracking::reconnecting(l),
    };
    view! {
        <p class="order-page__live" class:order-page__live--paused=move || state.get() != LiveState::Live>
            {word}
        </p>
    }
}

fn is_open(order: &Order) -> bool {
    is_under_way(order)
        || matches!(order.status, OrderStatus::PaymentDue | OrderStatus::PickupAvailable)
}

/// Promised arrival beside the current or the actual one.
fn dates(l: Locale, order: &Order) -> Vec<(&'static str, String)> {
    if matches!(order.status, OrderStatus::Cancelled | OrderStatus::Returned) {
        return Vec::new();
    }
    let mut dates = vec![(strings::tracking::promised(l), arrival(l, &order.promised))];
    match delivered_at(order) {
        Some(at) => {
            dates.push((strings::tracking::arrived(l), date(l, DateStyle::ShortTime, at.as_str())));
        }
        None if is_open(order) => {
            dates.push((strings::tracking::expected(l), arrival(l, expected(order))));
        }
        None => {}
    }
    dates
}

/// What is said about a delay while it lasts, and in the end.
fn delay(l: Locale, order: &Order) -> Option<(Option<&'static str>, String)> {
    if is_delayed(order) {
        let (now, promised) = (arrival(l, expected(order)), arrival(l, &order.promised));
        let text = strings::tracking::delay_text(l, &now, &promised);
        return Some((Some(strings::tracking::delay_title(l)), text));
    }
    let arrived_late =
        delivered_at(order).is_some_and(|at| moment(at) > moment(&order.promised.until));
    arrived_late.then(|| (None, strings::tracking::was_late(l).to_owned()))
}
