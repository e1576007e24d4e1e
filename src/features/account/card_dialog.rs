use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::payments::{CreatePaymentMethod, SANDBOX_TOKENS};
use vitrine_contract::{Currency, Money, ProblemCode};

use super::payment_methods::{limit, limit_choices};
use crate::api;
use crate::features::errors::error_text;
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::state::{RetryKey, SessionState, Toasts};
use crate::ui::{Banner, Button, ButtonKind, Checkbox, RadioCard, RadioGroup, Select, Sheet, Tone};

/// The limit that is offered first, in minor units of CNY.
const FIRST_LIMIT: Money = Money::new(100_000, Currency::CNY);

/// Adds a card. The provider is a sandbox, so there is no number to type: its
/// test cards are chosen from.
#[component]
pub(super) fn CardDialog(open: RwSignal<bool>, reload: Callback<()>) -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let toasts = Toasts::expect();
    let key = RetryKey::new();
    let busy = RwSignal::new(false);
    let card = RwSignal::new(0_usize);
    let chosen_limit = RwSignal::new(FIRST_LIMIT.amount().to_string());
    let is_default = RwSignal::new(true);
    let trouble = RwSignal::new(None::<&'static str>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        let body = CreatePaymentMethod {
            token: SANDBOX_TOKENS[card.get_untracked()].to_owned(),
            is_default: is_default.get_untracked(),
            password_free_limit: chosen_limit.with_untracked(|value| limit(value)),
        };
        spawn_local(async move {
            let answer = api::payments::create_payment_method(&body, &key.get(&body)).await;
            key.answered(&answer);
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    open.try_set(false);
                    toasts.show(strings::account::card_saved(l));
                    reload.try_run(());
                }
                Err(error) => {
                    let text = match error.code() {
                        Some(ProblemCode::PaymentDeclined) => strings::checkout::declined_title(l),
                        Some(ProblemCode::PaymentUnavailable) => {
                            strings::checkout::unavailable_title(l)
                        }
                        _ => error_text(l, &error),
                    };
                    trouble.try_set(Some(text));
                }
            }
        });
    };
    let demo = memo(move || session.shop().is_some_and(|shop| shop.demo));
    let cards = move || {
        let shown = if demo.get() { SANDBOX_TOKENS.len() } else { 1 };
        (0..shown)
            .map(|at| {
                let (title, text) = match at {
                    0 => ("•••• 4242", strings::account::card_works(l)),
                    1 => ("•••• 0002", strings::account::card_declined(l)),
                    _ => ("•••• 0044", strings::account::card_silent(l)),
                };
                view! {
                    <RadioCard
                        name="card"
                        value=at.to_string()
                        title
                        checked=Signal::derive(move || card.get() == at)
                        on_select=move |()| card.set(at)
                    >
                        {text}
                    </RadioCard>
                }
            })
            .collect_view()
    };
    view! {
        <Sheet
            open
            on_close=move |()| open.set(false)
            title=strings::account::add_card(l).to_owned()
        >
            <Show when=move || open.get()><form class="account__form" novalidate on:submit=submit>
                <RadioGroup legend=strings::account::which_card(l)>{move || cards()}</RadioGroup>
                <Select
                    name="password_free_limit"
                    label=strings::account::limit(l)
                    hint=strings::account::limit_hint(l)
                    choices=limit_choices(l, FIRST_LIMIT)
                    value=chosen_limit
                    on_change=move |value| chosen_limit.set(value)
                    autocomplete="off"
                />
                <Checkbox
                    name="card_is_default"
                    checked=is_default
                    on_change=move |on| is_default.set(on)
                >
                    {strings::account::make_default(l)}
                </Checkbox>
                {move || {
                    trouble
                        .get()
                        .map(|text| view! { <Banner tone=Tone::Bad text urgent=true /> })
                }}
                <div class="dialog__footer">
                    <Button kind=ButtonKind::Quiet on_press=move |()| open.set(false)>
                        {strings::account::cancel(l)}
                    </Button>
                    <Button kind=ButtonKind::Primary submit=true busy=busy>
                        {strings::account::save(l)}
                    </Button>
                </div>
            </form></Show>
        </Sheet>
    }
}
