use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::orders::Order;

use crate::api::{self, demo::Scenario};
use crate::features::errors::error_text;
use crate::i18n::{Locale, strings, use_locale};
use crate::state::{RetryKey, Toasts};
use crate::ui::{Chip, Disclosure};

/// Chooses what the demo's carrier does with the order. Demo mode only.
#[component]
pub fn Scenarios(
    order: ReadSignal<Arc<Order>>,
    guest_key: StoredValue<Option<String>>,
) -> impl IntoView {
    let l = use_locale();
    let toasts = Toasts::expect();
    let chosen = RwSignal::new(None::<Scenario>);
    let retry = RetryKey::new();
    let choose = move |scenario: Scenario| {
        let id = order.with_untracked(|order| order.id.clone());
        let key = retry.get(&scenario.name());
        spawn_local(async move {
            let guest_key = guest_key.try_get_value().flatten();
            let answer = api::demo::set_scenario(&id, guest_key.as_deref(), scenario, &key).await;
            retry.answered(&answer);
            match answer {
                Ok(()) => {
                    chosen.try_set(Some(scenario));
                    toasts.show(strings::orders::demo_set(l, name(l, scenario)));
                }
                Err(error) => toasts.show(error_text(l, &error)),
            }
        });
    };
    let chips = Scenario::ALL
        .iter()
        .map(|&scenario| {
            view! {
                <Chip
                    label=name(l, scenario)
                    selected=Signal::derive(move || chosen.get() == Some(scenario))
                    on_press=move |()| choose(scenario)
                />
            }
        })
        .collect_view();
    view! {
        <div class="order-demo">
            <Disclosure summary=strings::orders::demo_scenarios(l)>
                <p class="order-page__note">{strings::orders::demo_text(l)}</p>
                <div class="cluster">{chips}</div>
            </Disclosure>
        </div>
    }
}

fn name(l: Locale, scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::OnTime => strings::orders::demo_on_time(l),
        Scenario::Delayed => strings::orders::demo_delayed(l),
        Scenario::Split => strings::orders::demo_split(l),
        Scenario::FailedAttempt => strings::orders::demo_failed_attempt(l),
        Scenario::Pickup => strings::orders::demo_pickup(l),
    }
}
