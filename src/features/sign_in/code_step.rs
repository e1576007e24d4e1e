use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::ProblemCode;
use vitrine_contract::contact::Contact;
use vitrine_contract::identity::{Session, SignIn};

use super::contact_step::{send_code, trouble};
use super::draft::{Draft, digits};
use crate::api::{self, ApiError};
use crate::browser::focus;
use crate::format::count;
use crate::i18n::{strings, use_locale};
use crate::reactive::effect;
use crate::state::{RetryKey, SessionState, Stored, Toasts, device_seconds};
use crate::ui::{Button, ButtonKind, ButtonSize, TextField};

/// The code that arrived.
#[component]
pub(super) fn CodeStep(draft: Stored<Draft>, signed_in: Callback<Session>) -> impl IntoView {
    let l = use_locale();
    let key = RetryKey::new();
    let session = SessionState::expect();
    let code = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let fault = RwSignal::new(None::<&'static str>);
    let error = RwSignal::new(None::<ApiError>);
    let contact = draft.get_untracked().contact;
    let contact = Contact::parse(&contact).map_or(contact, |c| c.as_str().to_owned());

    let sign_in = move || {
        let Some(sent) = draft.get_untracked().sent else { return };
        if busy.get_untracked() {
            return;
        }
        if code.with_untracked(String::len) != 6 {
            fault.set(Some(strings::sign_in::code_invalid(l)));
            return focus("#code");
        }
        busy.set(true);
        error.set(None);
        let body = SignIn { challenge: sent.challenge.id, code: code.get_untracked() };
        spawn_local(async move {
            let answer = api::identity::sign_in(&body, &key.get(&body)).await;
            key.answered(&answer);
            busy.try_set(false);
            let failed = match answer {
                Ok(session) => {
                    signed_in.try_run(session);
                    return;
                }
                Err(failed) => failed,
            };
            let at_field = match failed.code() {
                Some(ProblemCode::CodeWrong) => Some(strings::sign_in::code_wrong(l)),
                Some(ProblemCode::CodeExpired) => Some(strings::sign_in::code_expired(l)),
                Some(ProblemCode::InvalidInput) => Some(strings::sign_in::code_invalid(l)),
                _ => None,
            };
            match at_field {
                Some(text) => {
                    fault.try_set(Some(text));
                    focus("#code");
                }
                None => {
                    error.try_set(Some(failed));
                }
            }
        });
    };
    let typed = move |text: String| {
        let text = digits(&text);
        let complete = text.len() == 6;
        fault.set(None);
        code.set(text);
        // The last digit is enough of a wish.
        if complete {
            sign_in();
        }
    };
    effect(move || focus("#code"));
    let demo = move || session.shop().is_some_and(|shop| shop.demo);
    view! {
        <form
            class="sign-in__form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                sign_in();
            }
        >
            <p class="sign-in__resend">
                <span role="status">{strings::sign_in::sent(l, &contact)}</span>
                <Button
                    kind=ButtonKind::Quiet
                    size=ButtonSize::Small
                    on_press=move |()| draft.update(|draft| draft.sent = None)
                >
                    {strings::sign_in::change(l)}
                </Button>
            </p>
            <div class="sign-in__code"><TextField
                name="code"
                label=strings::sign_in::code(l)
                value=code
                on_input=typed
                error=Signal::derive(move || fault.get().map(str::to_owned))
                autocomplete="one-time-code"
                inputmode="numeric"
                required=true
            /></div>
            {move || error.get().map(|error| trouble(l, &error))}
            <Button
                kind=ButtonKind::Primary
                size=ButtonSize::Large
                wide=true
                submit=true
                busy=busy
            >
                {strings::sign_in::submit(l)}
            </Button>
            <Resend draft error />
            {move || {
                demo()
                    .then(|| {
                        view! {
                            // Beside this page, so that what was typed stays in sight.
                            <a href=crate::routes::Route::DemoInbox.href() target="_blank">
                                {strings::sign_in::demo_inbox(l)}
                            </a>
                        }
                    })
            }}
        </form>
    }
}

/// Another code, after a while.
#[component]
fn Resend(draft: Stored<Draft>, error: RwSignal<Option<ApiError>>) -> impl IntoView {
    let l = use_locale();
    let key = RetryKey::new();
    let toasts = Toasts::expect();
    let busy = RwSignal::new(false);
    let left = RwSignal::new(0_u64);
    // The clock is the world outside.
    effect(move || {
        let at = draft.with(|draft| draft.sent.as_ref().map_or(0, |sent| sent.resend_at));
        let tick = move || {
            left.try_set(at.saturating_sub(device_seconds()));
        };
        tick();
        let ticking = set_interval_with_handle(tick, Duration::from_secs(1)).ok();
        on_cleanup(move || {
            ticking.inspect(|t| t.clear());
        });
    });
    let resend = move |()| {
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let answer = send_code(draft, key).await;
            busy.try_set(false);
            match answer {
                Ok(()) => toasts.show(strings::sign_in::resent(l)),
                Err(failed) => {
                    error.try_set(Some(failed));
                }
            }
        });
    };
    let label = move || match left.get() {
        0 => strings::sign_in::resend(l).to_owned(),
        n => strings::sign_in::resend_in(l, &count(l, n)),
    };
    view! {
        <Button
            kind=ButtonKind::Quiet
            wide=true
            busy=busy
            disabled=Signal::derive(move || left.get() > 0)
            on_press=resend
        >
            {label}
        </Button>
    }
}
