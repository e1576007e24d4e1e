use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::payments::{PaymentMethod, UpdatePaymentMethod};
use vitrine_contract::{Currency, List, Money};

use super::card_dialog::CardDialog;
use crate::api::{self, ApiResult};
use crate::features::errors::{ApiErrorView, error_text};
use crate::features::load::Load;
use crate::format::money;
use crate::i18n::{Locale, strings, use_locale};
use crate::state::{RetryKey, SessionState, Toasts};
use crate::ui::{
    Badge, Button, ButtonKind, ButtonSize, Choice, Dialog, Glyph, Icon, IconButton, ListRow,
    Loading, Select, Skeleton, SkeletonShape, Tone,
};

/// Password-free limits that are offered, in minor units of CNY.
const LIMITS: [i64; 6] = [0, 20_000, 50_000, 100_000, 200_000, 500_000];

/// The limits as choices, with the one that is set if it is another.
pub(super) fn limit_choices(l: Locale, now: Money) -> Vec<Choice> {
    let mut limits = LIMITS.to_vec();
    if !limits.contains(&now.amount()) {
        limits.push(now.amount());
        limits.sort_unstable();
    }
    let label = |amount: i64| match amount {
        0 => strings::account::limit_none(l).to_owned(),
        _ => money(l, Money::new(amount, now.currency())),
    };
    limits.into_iter().map(|amount| Choice::new(amount.to_string(), label(amount))).collect()
}

/// A limit from its choice.
pub(super) fn limit(value: &str) -> Money {
    Money::new(value.parse().unwrap_or_default(), Currency::CNY)
}

/// The shopper's means of payment.
#[component]
pub(super) fn PaymentMethods() -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let methods = Load::new(|| Some(api::payments::payment_methods()));
    let adding = RwSignal::new(false);
    let reload = Callback::new(move |()| {
        methods.refetch();
        // One click pays with the default method.
        session.reload();
    });
    let content = move || {
        methods.answer().map_or_else(loading, |answer: ApiResult<List<PaymentMethod>>| match answer
        {
            Ok(list) if list.items.is_empty() => {
                view! { <p class="account__empty">{strings::account::no_cards(l)}</p> }.into_any()
            }
            Ok(list) => {
                let rows = list
                    .items
                    .into_iter()
                    .map(|method| view! { <MethodRow method reload /> })
                    .collect_view();
                view! { <ul class="rows">{rows}</ul> }.into_any()
            }
            Err(error) => view! { <ApiErrorView error on_retry=reload /> }.into_any(),
        })
    };
    view! {
        <section class="account__part" id="payment" aria-labelledby="payment-title">
            <div class="section-header">
                <h2 id="payment-title" tabindex="-1">
                    {strings::account::payment(l)}
                </h2>
                <Button
                    size=ButtonSize::Small
                    icon=Glyph::Plus
                    on_press=move |()| adding.set(true)
                >
                    {strings::account::add_card(l)}
                </Button>
            </div>
            {content}
            <CardDialog open=adding reload />
        </section>
    }
}

/// The rows, before they are here.
fn loading() -> AnyView {
    view! {
                    <Loading>
                        <Skeleton shape=SkeletonShape::Row lines=2 />
                    </Loading>
    }
    .into_any()
}

#[component]
fn MethodRow(method: PaymentMethod, reload: Callback<()>) -> impl IntoView {
    let l = use_locale();
    let toasts = Toasts::expect();
    let key = RetryKey::new();
    let busy = RwSignal::new(false);
    let asking = RwSignal::new(false);
    let PaymentMethod { label, is_default, password_free_limit: now, .. } = method.clone();
    let name = format!("limit-{}", method.id);
    let method = StoredValue::new(method);
    let change = move |body: UpdatePaymentMethod| {
        busy.set(true);
        let old = method.get_value();
        spawn_local(async move {
            let key_text = key.get(&(&old, &body));
            let answer = api::payments::update_payment_method(&old, &body, &key_text).await;
            key.answered(&answer);
            if let Err(error) = answer {
                toasts.show(error_text(l, &error));
            }
            busy.try_set(false);
            // After a conflict the newer one shows.
            reload.try_run(());
        });
    };
    let delete = move |()| {
        busy.set(true);
        let old = method.get_value();
        spawn_local(async move {
            let answer = api::payments::delete_payment_method(&old, &key.get(&old)).await;
            key.answered(&answer);
            busy.try_set(false);
            asking.try_set(false);
            match answer {
                Ok(()) => toasts.show(strings::account::card_deleted(l)),
                Err(error) => toasts.show(error_text(l, &error)),
            }
            reload.try_run(());
        });
    };
    let (limit_label, warning) =
        (strings::account::limit_of(l, &label), strings::account::delete_card_text(l, &label));
    let lead = view! { <Icon glyph=Glyph::Card /> }.into_any();
    let trail = view! {
        <IconButton
            glyph=Glyph::Trash
            label=strings::account::delete_card(l, &label)
            disabled=busy
            on_press=move |()| asking.set(true)
        />
    }
    .into_any();
    view! {
        <li>
            <ListRow title=label lead trail>
                {if is_default {
                    view! { <Badge text=strings::account::default(l) tone=Tone::Good /> }.into_any()
                } else {
                    view! {
                        <Button
                            kind=ButtonKind::Quiet
                            size=ButtonSize::Small
                            busy=busy
                            on_press=move |()| {
                                change(UpdatePaymentMethod {
                                    is_default: true,
                                    password_free_limit: now,
                                })
                            }
                        >
                            {strings::account::make_default(l)}
                        </Button>
                    }
                        .into_any()
                }}
                <Select
                    name
                    label=limit_label
                    choices=limit_choices(l, now)
                    value=now.amount().to_string()
                    on_change=move |value: String| {
                        change(UpdatePaymentMethod {
                            is_default,
                            password_free_limit: limit(&value),
                        })
                    }
                    autocomplete="off"
                    disabled=busy
                />
            </ListRow>
            <Dialog
                open=asking
                on_close=move |()| asking.set(false)
                title=strings::account::delete_card_title(l).to_owned()
            >
                <p>{warning}</p>
                <div class="dialog__footer">
                    <Button kind=ButtonKind::Quiet on_press=move |()| asking.set(false)>
                        {strings::account::cancel(l)}
                    </Button>
                    <Button kind=ButtonKind::Danger busy=busy on_press=delete>
                        {strings::account::delete(l)}
                    </Button>
                </div>
            </Dialog>
        </li>
    }
}
