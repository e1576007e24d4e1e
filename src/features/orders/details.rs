use std::sync::Arc;

use crate::features::head::Title;
use leptos::prelude::*;
use vitrine_contract::orders::Order;
use vitrine_contract::tracking::OrderEvent;

use super::facts::{Facts, Totals};
use super::headline::Headline;
use super::journey::order_steps;
use super::lines::Lines;
use super::parcels::Parcels;
use super::scenarios::Scenarios;
use super::undo::UndoBox;
use super::words::announcement;
use crate::api;
use crate::browser::{Listener, LiveState, follow_events};
use crate::format::{DateStyle, date};
use crate::i18n::{Locale, strings, use_locale};
use crate::json;
use crate::reactive::{effect, memo};
use crate::routes::Route;
use crate::state::SessionState;
use crate::ui::{PageHeader, Timeline};

/// An order in full, as it changes.
#[component]
pub fn OrderDetails(
    /// The order as it was read.
    first: Arc<Order>,
    /// Opens it without signing in.
    guest_key: Option<String>,
) -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let number = strings::orders::number(l, &first.number);
    let placed = date(l, DateStyle::LongTime, first.placed_at.as_str());
    let order = RwSignal::new(first);
    let state = RwSignal::new(LiveState::default());
    let news = RwSignal::new(String::new());
    let key = guest_key.clone();
    effect(move || follow(l, order, key.clone(), state, news));
    let is_guest = guest_key.is_some();
    let guest_note = is_guest.then(|| {
        view! { <p class="order-page__note">{strings::orders::guest_link_text(l)}</p> }
    });
    let demo = memo(move || session.shop().is_some_and(|shop| shop.demo));
    let guest_key = StoredValue::new(guest_key);
    view! {
        <Title text=number.clone() />
        <PageHeader
            title=number
            text=strings::orders::placed_on(l, &placed)
            back=(Route::Orders.href(), strings::orders::back_to_orders(l).to_owned())
        />
        // What comes later moves in; what is here at first does not.
        <div
            class="order-page page__columns"
            data-moved=move || (!news.read().is_empty()).then_some("")
        >
            <p class="visually-hidden" role="status">
                {move || news.get()}
            </p>
            <div class="order-page__main">
                <div>
                    <Headline order=order.read_only() state=state.read_only() />
                    <UndoBox order guest_key />
                </div>
                <section class="order-timeline" aria-labelledby="order-way">
                    <h2 class="order-page__title" id="order-way">
                        {strings::tracking::title(l)}
                    </h2>
                    <Timeline
                        label=strings::tracking::timeline(l)
                        steps=Signal::derive(move || order.with(|order| order_steps(l, order)))
                        quiet=true
                    />
                </section>
                <Parcels order=order.read_only() />
                <Show when=move || demo.get()>
                    <Scenarios order=order.read_only() guest_key />
                </Show>
            </div>
            <div class="order-page__facts page__aside">
                <Lines order=order.read_only() />
                <Totals order=order.read_only() />
                <Facts order=order.read_only() />
                {guest_note}
            </div>
        </div>
    }
}

/// Follows the order's events. Each carries the whole order, so that nothing
/// has to be put together.
fn follow(
    l: Locale,
    order: RwSignal<Arc<Order>>,
    key: Option<String>,
    state: RwSignal<LiveState>,
    news: RwSignal<String>,
) {
    let (id, last) = order.with_untracked(|order| (order.id.clone(), order.last_event_id));
    let heard = move |event_id: u64, data: String| {
        let Some(event) = json::parse::<OrderEvent>(&data) else { return };
        let known = order.try_with_untracked(|order| order.last_event_id).unwrap_or(u64::MAX);
        // What was missed comes in one go, each event with the order as it is
        // now; what was read already, on connecting again, is no news.
        if event_id > last && event.order.last_event_id >= known {
            news.try_set(announcement(l, &event.step, &event.order));
            order.try_set(Arc::new(event.order));
        }
    };
    follow_events(Listener {
        event: "order",
        last,
        url: Box::new(move |last| api::orders::events_url(l, &id, key.as_deref(), last)),
        on_event: Box::new(heard),
        on_state: Box::new(move |now| {
            state.try_set(now);
        }),
    });
}
