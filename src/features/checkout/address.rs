use leptos::prelude::*;
use vitrine_contract::FieldError;
use vitrine_contract::addresses::Address;

use super::form::{Destination, Draft};
use crate::features::account::{AddressFieldset, address_line, set_address_field};
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::state::Stored;
use crate::ui::{Checkbox, RadioCard, RadioGroup};

/// Where it goes: a stored address, or one that is typed here.
#[component]
pub(super) fn AddressPart(
    guest: bool,
    draft: Stored<Draft>,
    addresses: Memo<Vec<Address>>,
    destination: Memo<Destination>,
    faults: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let l = use_locale();
    let typed = memo(move || destination.with(|d| *d == Destination::Typed));
    let cards = move || {
        let all = addresses.get();
        (!all.is_empty()).then(|| {
            let stored = all
                .into_iter()
                .map(|address| {
                    let (id, chosen) = (address.id.clone(), address.id.clone());
                    let line = address_line(&address.fields);
                    let checked = Signal::derive(move || {
                        destination.with(|d| *d == Destination::Stored(id.clone()))
                    });
                    let choose = move |()| {
                        draft.update(|draft| {
                            draft.address = Some(chosen.clone());
                            draft.new_address = false;
                        });
                    };
                    view! {
                        <RadioCard
                            name="address"
                            value=address.id.0
                            title=format!("{} {}", address.fields.name, address.fields.phone)
                            checked
                            on_select=choose
                        >
                            {line}
                        </RadioCard>
                    }
                })
                .collect_view();
            view! {
                <RadioGroup legend=strings::checkout::choose_address(l) quiet_legend=true>
                    {stored}
                    <RadioCard
                        name="address"
                        value="new"
                        title=strings::checkout::other_address(l)
                        checked=typed
                        on_select=move |()| draft.update(|draft| draft.new_address = true)
                    />
                </RadioGroup>
            }
        })
    };
    view! {
        <section class="checkout__section" aria-labelledby="address-title">
            <h2 class="checkout__heading" id="address-title">
                {strings::checkout::address_section(l)}
            </h2>
            {cards}
            <Show when=move || typed.get()>
                <AddressFieldset
                    prefix="address."
                    fields=Signal::derive(move || draft.with(|draft| draft.fields.clone()))
                    on_edit=move |(name, text): (&'static str, String)| {
                        draft.update(|draft| set_address_field(&mut draft.fields, name, text));
                    }
                    faults
                />
                {(!guest)
                    .then(|| {
                        view! {
                            <Checkbox
                                name="save"
                                checked=Signal::derive(move || {
                                    draft.with(|draft| !draft.forget_address)
                                })
                                on_change=move |on: bool| {
                                    draft.update(|draft| draft.forget_address = !on)
                                }
                            >
                                {strings::checkout::save_address(l)}
                            </Checkbox>
                        }
                    })}
            </Show>
        </section>
    }
}
