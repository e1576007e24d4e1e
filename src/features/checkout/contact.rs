use leptos::prelude::*;
use vitrine_contract::FieldError;

use super::form::Draft;
use crate::features::account::{clear_fault, fault_at};
use crate::features::sign_in_link::sign_in_href;
use crate::i18n::{strings, use_locale};
use crate::state::Stored;
use crate::ui::TextField;

/// How a guest is reached.
#[component]
pub(super) fn ContactPart(
    draft: Stored<Draft>,
    faults: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let l = use_locale();
    view! {
        <section class="checkout__section" aria-labelledby="contact-title">
            <h2 class="checkout__heading" id="contact-title">
                {strings::checkout::contact_section(l)}
            </h2>
            <p class="checkout__aside">
                {strings::checkout::guest(l)} " "
                <a href=sign_in_href()>{strings::checkout::sign_in(l)}</a>
            </p>
            <TextField
                name="contact"
                label=strings::checkout::contact(l)
                value=Signal::derive(move || draft.with(|draft| draft.contact.clone()))
                on_input=move |text: String| {
                    clear_fault(faults, "contact");
                    draft.update(|draft| draft.contact = text);
                }
                error=fault_at(l, faults, "contact")
                autocomplete="email"
                inputmode="email"
                max_length=254
                required=true
            />
        </section>
    }
}
