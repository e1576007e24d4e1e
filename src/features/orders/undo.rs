use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::orders::Order;

use crate::api;
use crate::browser;
use crate::features::errors::error_text;
use crate::i18n::{strings, use_locale};
use crate::reactive::{effect, memo};
use crate::state::{ServerClock, SessionState, Stored, Toasts, new_key};
use crate::ui::{Banner, Button, Glyph, Tone};

/// Takes an order back while its time lasts.
#[component]
pub fn UndoBox(
    order: RwSignal<Arc<Order>>,
    guest_key: StoredValue<Option<String>>,
) -> impl IntoView {
    let l = use_locale();
    let (clock, toasts, session) =
        (ServerClock::expect(), Toasts::expect(), SessionState::expect());
    let id = order.with_untracked(|order| order.id.clone());
    // The intent's key, stored before it is sent; empty for none.
    let intent = Stored::new(format!("vitrine.undo.{id}"), String::new());
    let until = memo(move || order.with(|order| order.undo_until.clone()));
    let left = RwSignal::new(0_u32);
    effect(move || {
        let Some(until) = until.get() else { return left.set(0) };
        let tick = move || {
            left.try_set(clock.seconds_until(&until));
        };
        tick();
        if let Ok(timer) = set_interval_with_handle(tick, Duration::from_millis(500)) {
            on_cleanup(move || timer.clear());
        }
    });
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let undo = Callback::new(move |()| {
        if intent.get_untracked().is_empty() {
            intent.set(new_key());
        }
        let (key, id) = (intent.get_untracked(), id.clone());
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let guest_key = guest_key.try_get_value().flatten();
            let answer = api::orders::cancel_order(l, &id, guest_key.as_deref(), &key).await;
            busy.try_set(false);
            match answer {
                Ok(undone) => {
                    intent.forget();
                    order.try_set(Arc::new(undone));
                    toasts.show(strings::orders::undo_done(l));
                    browser::focus("#page-title");
                    session.reload();
                }
                Err(error) if error.is_transient() => {
                    failed.try_set(Some(strings::orders::undo_unknown(l).to_owned()));
                }
                Err(error) => {
                    intent.set(String::new());
                    failed.try_set(Some(error_text(l, &error).to_owned()));
                }
            }
        });
    });
    let open = memo(move || left.get() > 0 || busy.get());
    view! {
        <Show when=move || open.get()>
            <div class="order-undo">
                <Button
                    icon=Glyph::Undo
                    busy=busy
                    on_press=undo
                    note=Signal::derive(move || {
                        Some(strings::orders::undo_left(l, &minutes(left.get())))
                    })
                >
                    {strings::orders::undo(l)}
                </Button>
                <p class="order-undo__text">{strings::orders::undo_text(l)}</p>
            </div>
        </Show>
        {move || {
            failed
                .get()
                .map(|text| {
                    view! {
                        <Banner
                            tone=Tone::Bad
                            title=strings::orders::undo_failed(l)
                            text=text
                            urgent=true
                        />
                    }
                })
        }}
    }
}

/// `1:05`.
fn minutes(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_have_two_digits() {
        assert_eq!(minutes(65), "1:05");
        assert_eq!(minutes(0), "0:00");
    }
}
