use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::{FieldError, ProblemCode, validate};

use super::address_draft::AddressDraft;
use super::address_fields::{AddressFieldset, address_line, set_address_field};
use super::faults::{field_id, go_to_field};
use crate::api::{self, ApiError};
use crate::features::errors::error_text;
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::state::{RetryKey, Stored, Toasts};
use crate::ui::{Banner, Button, ButtonKind, Checkbox, Sheet, Tone};

/// The form for a new or changed address. It is open while there is a draft,
/// so that a reload finds it open and filled.
#[component]
pub(super) fn AddressDialog(
    draft: Stored<Option<AddressDraft>>,
    reload: Callback<()>,
) -> impl IntoView {
    let l = use_locale();
    let toasts = Toasts::expect();
    let key = RetryKey::new();
    let busy = RwSignal::new(false);
    let faults = RwSignal::new(Vec::<FieldError>::new());
    let trouble = RwSignal::new(None::<String>);
    let open = memo(move || draft.with(Option::is_some));
    let is_new = memo(move || draft.with(|d| d.as_ref().is_none_or(|d| d.old.is_none())));
    let title = Signal::derive(move || {
        if is_new.get() {
            strings::account::add_address(l).to_owned()
        } else {
            strings::account::edit_address(l).to_owned()
        }
    });
    let close = move || {
        faults.set(Vec::new());
        trouble.set(None);
        draft.set(None);
    };
    let show = move |found: Vec<FieldError>| {
        let first = found.first().map(|f| field_id(&f.path));
        faults.try_set(found);
        if let Some(id) = first {
            go_to_field(&id);
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(wish) = draft.get_untracked() else { return };
        if busy.get_untracked() {
            return;
        }
        let found = validate::address(&wish.body().fields, "");
        if !found.is_empty() {
            return show(found);
        }
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            let answer = wish.save(key).await;
            match answer {
                Ok(_) => {
                    draft.update(|draft| *draft = None);
                    toasts.show(strings::account::address_saved(l));
                    reload.try_run(());
                }
                Err(error) => match (error.code(), error.clone()) {
                    (Some(ProblemCode::EditConflict | ProblemCode::NotFound), _) => {
                        trouble.try_set(Some(take_over_newer(l, draft).await));
                    }
                    (Some(ProblemCode::InvalidInput), ApiError::Problem(problem)) => {
                        show(problem.fields);
                    }
                    _ => {
                        trouble.try_set(Some(error_text(l, &error).to_owned()));
                    }
                },
            }
            busy.try_set(false);
        });
    };
    let fields = Signal::derive(move || {
        draft.with(|d| d.as_ref().map(|d| d.fields.clone()).unwrap_or_default())
    });
    let edit = move |change: &dyn Fn(&mut AddressDraft)| {
        draft.update(|draft| {
            if let Some(draft) = draft {
                change(draft);
            }
        });
    };
    view! {
        <Sheet open on_close=move |()| close() title>
            <Show when=move || open.get()>
                <form class="account__form" novalidate on:submit=submit>
                    <AddressFieldset
                        prefix=""
                        fields
                        on_edit=move |(name, text): (&'static str, String)| {
                            edit(&|d| set_address_field(&mut d.fields, name, text.clone()));
                        }
                        faults
                    />
                    <Checkbox
                        name="is_default"
                        checked=Signal::derive(move || {
                            draft.with(|d| d.as_ref().is_some_and(|d| d.is_default))
                        })
                        on_change=move |on: bool| edit(&|d| d.is_default = on)
                    >
                        {strings::account::make_default(l)}
                    </Checkbox>
                    {move || {
                        trouble
                            .get()
                            .map(|text| {
                                view! { <Banner tone=Tone::Warning text urgent=true /> }
                            })
                    }}
                    <div class="dialog__footer">
                        <Button kind=ButtonKind::Quiet on_press=move |()| close()>
                            {strings::account::cancel(l)}
                        </Button>
                        <Button kind=ButtonKind::Primary submit=true busy=busy>
                            {strings::account::save(l)}
                        </Button>
                    </div>
                </form>
            </Show>
        </Sheet>
    }
}

/// After a conflict: shows what the address is now and keeps what was typed;
/// saving again then goes on from there.
async fn take_over_newer(l: crate::i18n::Locale, draft: Stored<Option<AddressDraft>>) -> String {
    let answer = api::read(api::addresses::addresses()).await;
    let list = match answer {
        Ok(list) => list.items,
        Err(error) => return error_text(l, &error).to_owned(),
    };
    let mut now = None;
    draft.update(|draft| {
        let Some(draft) = draft else { return };
        let id = draft.old.as_ref().map(|old| old.id.clone());
        now = list.into_iter().find(|address| Some(&address.id) == id.as_ref());
        draft.old = now.clone();
    });
    match now {
        Some(now) => {
            let words =
                format!("{} {} {}", now.fields.name, now.fields.phone, address_line(&now.fields));
            strings::account::conflict(l, &words)
        }
        None => strings::account::conflict_gone(l).to_owned(),
    }
}
