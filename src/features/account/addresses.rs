use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::List;
use vitrine_contract::addresses::{Address, SaveAddress};

use super::address_dialog::AddressDialog;
use super::address_draft::AddressDraft;
use super::address_fields::address_line;
use crate::api::{self, ApiResult};
use crate::features::errors::{ApiErrorView, error_text};
use crate::features::load::Load;
use crate::i18n::{strings, use_locale};
use crate::state::{RetryKey, SessionState, Stored, Toasts};
use crate::ui::{
    Badge, Button, ButtonKind, ButtonSize, Glyph, IconButton, ListRow, Loading, Skeleton,
    SkeletonShape, Tone,
};

/// The shopper's addresses.
#[component]
pub(super) fn Addresses() -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let addresses = Load::new(|| Some(api::addresses::addresses()));
    let draft = Stored::new("vitrine.draft.address", None::<AddressDraft>);
    let reload = Callback::new(move |()| {
        addresses.refetch();
        // One click goes to the default address.
        session.reload();
    });
    let content = move || {
        addresses.answer().map_or_else(loading, |answer: ApiResult<List<Address>>| match answer {
            Ok(list) if list.items.is_empty() => {
                view! { <p class="account__empty">{strings::account::no_addresses(l)}</p> }
                    .into_any()
            }
            Ok(list) => {
                let rows = list
                    .items
                    .into_iter()
                    .map(|address| view! { <AddressRow address draft reload /> })
                    .collect_view();
                view! { <ul class="rows">{rows}</ul> }.into_any()
            }
            Err(error) => view! { <ApiErrorView error on_retry=reload /> }.into_any(),
        })
    };
    view! {
        <section class="account__part" id="addresses" aria-labelledby="addresses-title">
            <div class="section-header">
                <h2 id="addresses-title" tabindex="-1">
                    {strings::account::addresses(l)}
                </h2>
                <Button
                    size=ButtonSize::Small
                    icon=Glyph::Plus
                    on_press=move |()| draft.set(Some(AddressDraft::default()))
                >
                    {strings::account::add_address(l)}
                </Button>
            </div>
            {content}
            <AddressDialog draft reload />
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
fn AddressRow(
    address: Address,
    draft: Stored<Option<AddressDraft>>,
    reload: Callback<()>,
) -> impl IntoView {
    let l = use_locale();
    let toasts = Toasts::expect();
    let key = RetryKey::new();
    let busy = RwSignal::new(false);
    let name = address.fields.name.clone();
    let is_default = address.is_default;
    let address = StoredValue::new(address);
    let make_default = move |()| {
        busy.set(true);
        spawn_local(async move {
            let wish = AddressDraft { is_default: true, ..address.with_value(AddressDraft::of) };
            if let Err(error) = wish.save(key).await {
                toasts.show(error_text(l, &error));
            }
            busy.try_set(false);
            reload.try_run(());
        });
    };
    let delete = move |()| {
        busy.set(true);
        let old = address.get_value();
        spawn_local(async move {
            let answer = api::addresses::delete_address(&old, &key.get(&old)).await;
            key.answered(&answer);
            busy.try_set(false);
            match answer {
                Ok(()) => offer_undo(l, toasts, old, reload),
                Err(error) => toasts.show(error_text(l, &error)),
            }
            reload.try_run(());
        });
    };
    let (title, text) = address
        .with_value(|a| (format!("{} {}", a.fields.name, a.fields.phone), address_line(&a.fields)));
    let trail = view! {
        <IconButton
            glyph=Glyph::Edit
            label=strings::account::edit_address_of(l, &name)
            on_press=move |()| draft.set(Some(address.with_value(AddressDraft::of)))
        />
        <IconButton
            glyph=Glyph::Trash
            label=strings::account::delete_address_of(l, &name)
            disabled=busy
            on_press=delete
        />
    }
    .into_any();
    view! {
        <li>
            <ListRow title text trail>
                {if is_default {
                    view! { <Badge text=strings::account::default(l) tone=Tone::Good /> }.into_any()
                } else {
                    view! {
                        <Button
                            kind=ButtonKind::Quiet
                            size=ButtonSize::Small
                            busy=busy
                            on_press=make_default
                        >
                            {strings::account::make_default(l)}
                        </Button>
                    }
                        .into_any()
                }}
            </ListRow>
        </li>
    }
}

/// A deleted address can be brought back, as a new one with the same words.
fn offer_undo(l: crate::i18n::Locale, toasts: Toasts, old: Address, reload: Callback<()>) {
    let key = RetryKey::new();
    let body = SaveAddress { fields: old.fields, is_default: old.is_default };
    let run = move || {
        let body = body.clone();
        spawn_local(async move {
            let answer = api::addresses::create_address(&body, &key.get(&body)).await;
            if let Err(error) = answer {
                toasts.show(error_text(l, &error));
            }
            reload.try_run(());
        });
    };
    toasts.show_undo(strings::account::address_deleted(l), strings::account::undo(l), run);
}
