use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::identity::Session;

use super::contact_step::trouble;
use crate::api::{self, ApiError};
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::state::{RetryKey, SessionState};
use crate::ui::{Button, ButtonSize, Glyph};

/// In demo mode: in without a code.
#[component]
pub(super) fn DemoOffer(signed_in: Callback<Session>) -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let key = RetryKey::new();
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<ApiError>);
    let enter = move |()| {
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let answer = api::identity::sign_in_demo(&key.get(&())).await;
            key.answered(&answer);
            busy.try_set(false);
            match answer {
                Ok(session) => {
                    signed_in.try_run(session);
                }
                Err(failed) => {
                    error.try_set(Some(failed));
                }
            }
        });
    };
    let demo = memo(move || session.shop().is_some_and(|shop| shop.demo));
    view! {
        <Show when=move || demo.get()>
            <section class="sign-in__demo panel" aria-labelledby="demo-title">
                <h2 class="panel__title" id="demo-title">
                    {strings::sign_in::demo_title(l)}
                </h2>
                <p>{strings::sign_in::demo_text(l)}</p>
                {move || error.get().map(|error| trouble(l, &error))}
                <Button
                    size=ButtonSize::Large
                    wide=true
                    icon=Glyph::Person
                    busy=busy
                    on_press=enter
                >
                    {strings::sign_in::demo(l)}
                </Button>
            </section>
        </Show>
    }
}
