use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::ProblemCode;
use vitrine_contract::contact::Contact;
use vitrine_contract::identity::RequestCode;

use super::draft::{Draft, Sent};
use crate::api::{self, ApiError};
use crate::browser::focus;
use crate::features::errors::error_text;
use crate::i18n::{Locale, strings, use_locale};
use crate::state::{RetryKey, Stored, device_seconds};
use crate::ui::{Banner, Button, ButtonKind, ButtonSize, TextField, Tone};

/// Where the code shall go.
#[component]
pub(super) fn ContactStep(draft: Stored<Draft>) -> impl IntoView {
    let l = use_locale();
    let key = RetryKey::new();
    let busy = RwSignal::new(false);
    let fault = RwSignal::new(None::<String>);
    let error = RwSignal::new(None::<ApiError>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        if Contact::parse(&draft.get_untracked().contact).is_none() {
            fault.set(Some(strings::sign_in::contact_invalid(l).to_owned()));
            return focus("#contact");
        }
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let failed = send_code(draft, key).await.err();
            busy.try_set(false);
            if let Some(failed) = failed {
                if failed.field("contact").is_some() {
                    fault.try_set(Some(strings::sign_in::contact_invalid(l).to_owned()));
                    focus("#contact");
                } else {
                    error.try_set(Some(failed));
                }
            }
        });
    };
    view! {
        <form class="sign-in__form" novalidate on:submit=submit>
            <TextField
                name="contact"
                label=strings::sign_in::contact(l)
                hint=strings::sign_in::contact_hint(l)
                value=Signal::derive(move || draft.with(|draft| draft.contact.clone()))
                on_input=move |text: String| {
                    fault.set(None);
                    draft.update(|draft| draft.contact = text);
                }
                error=fault
                autocomplete="username"
                inputmode="email"
                max_length=254
                required=true
            />
            {move || error.get().map(|error| trouble(l, &error))}
            <Button
                kind=ButtonKind::Primary
                size=ButtonSize::Large
                wide=true
                submit=true
                busy=busy
            >
                {strings::sign_in::send(l)}
            </Button>
        </form>
    }
}

/// Asks for a code and notes what was sent.
pub(super) async fn send_code(draft: Stored<Draft>, key: RetryKey) -> Result<(), ApiError> {
    let body = RequestCode { contact: draft.get_untracked().contact.trim().to_owned() };
    let answer = api::identity::request_code(&body, &key.get(&body)).await;
    key.answered(&answer);
    let challenge = answer?;
    let resend_at = device_seconds() + u64::from(challenge.resend_after_seconds);
    draft.update(|draft| draft.sent = Some(Sent { challenge, resend_at }));
    Ok(())
}

/// Why no code was sent, or nobody signed in.
pub(super) fn trouble(l: Locale, error: &ApiError) -> impl IntoView + use<> {
    let text = match error.code() {
        Some(ProblemCode::TooManyRequests) => strings::sign_in::too_many(l),
        _ => error_text(l, error),
    };
    view! { <Banner tone=Tone::Bad text urgent=true /> }
}
