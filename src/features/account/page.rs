use crate::features::head::Title;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;
use vitrine_contract::ShopperId;

use super::addresses::Addresses;
use super::payment_methods::PaymentMethods;
use super::settings::Settings;
use crate::api::{self, ApiError};
use crate::features::errors::{ApiErrorView, error_text};
use crate::i18n::{strings, use_locale};
use crate::reactive::{effect, memo};
use crate::routes::Route;
use crate::state::{RetryKey, SessionState, SessionStatus, Toasts, forget_drafts};
use crate::ui::{
    Badge, Button, ButtonKind, EmptyState, Glyph, LinkButton, ListRow, Loading, PageHeader,
    Skeleton, SkeletonShape, Tone,
};

/// What is shown; other news of the session must not make the page anew.
#[derive(Clone, PartialEq)]
enum Phase {
    Loading,
    Failed(ApiError),
    Guest,
    Shopper { id: ShopperId, contact: String, demo: bool },
}

/// The shopper's own: addresses, means of payment, settings.
#[component]
pub fn AccountPage() -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let phase = memo(move || match session.status() {
        SessionStatus::Loading => Phase::Loading,
        SessionStatus::Failed(error) => Phase::Failed(error),
        SessionStatus::Ready(session) => match &session.shopper {
            None => Phase::Guest,
            Some(s) => {
                Phase::Shopper { id: s.id.clone(), contact: s.contact.clone(), demo: s.demo }
            }
        },
    });
    let retry = Callback::new(move |()| session.reload());
    let content = move || match phase.get() {
        Phase::Loading => view! {
            <Loading>
                <Skeleton shape=SkeletonShape::Row lines=4 />
            </Loading>
        }
        .into_any(),
        Phase::Failed(error) => view! { <ApiErrorView error on_retry=retry /> }.into_any(),
        Phase::Guest => {
            let href = Route::SignIn { next: Some(Route::Me.href()) }.href();
            view! {
                <EmptyState
                    glyph=Glyph::Person
                    title=strings::account::guest_title(l)
                    text=strings::account::guest_text(l)
                >
                    <LinkButton href kind=ButtonKind::Primary>
                        {strings::account::sign_in(l)}
                    </LinkButton>
                    <LinkButton href=Route::Orders.href()>{strings::account::orders(l)}</LinkButton>
                </EmptyState>
            }
            .into_any()
        }
        Phase::Shopper { contact, demo, .. } => view! { <Own contact demo /> }.into_any(),
    };
    view! {
        <Title text=strings::account::title(l) />
        <div class="account">
            <PageHeader title=strings::account::title(l) />
            {content}
            <Settings />
        </div>
    }
    .into_any()
}

/// What belongs to the shopper who is signed in.
#[component]
fn Own(contact: String, demo: bool) -> impl IntoView {
    let l = use_locale();
    let location = use_location();
    // `/me#addresses` leads to its part, once the part is there.
    effect(move || {
        let part = location.hash.get();
        let part = part.trim_start_matches('#').to_owned();
        if matches!(part.as_str(), "addresses" | "payment" | "settings") {
            request_animation_frame(move || {
                if let Some(element) = document().get_element_by_id(&part) {
                    element.scroll_into_view();
                }
                crate::browser::focus(&format!("#{part}-title"));
            });
        }
    });
    view! {
        <section class="account__part" aria-label=strings::account::title(l)>
            <ListRow title=strings::account::signed_in_as(l, &contact) trail=view! { <SignOut /> }.into_any()>
                {demo
                    .then(|| {
                        view! { <Badge text=strings::account::demo_shopper(l) tone=Tone::Neutral /> }
                    })}
            </ListRow>
            <ListRow title=strings::account::orders(l) href=Route::Orders.href() />
        </section>
        <Addresses />
        <PaymentMethods />
    }
}

#[component]
fn SignOut() -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let toasts = Toasts::expect();
    let key = RetryKey::new();
    let busy = RwSignal::new(false);
    let leave = move |()| {
        busy.set(true);
        spawn_local(async move {
            let answer = api::identity::sign_out(&key.get(&())).await;
            key.answered(&answer);
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    // The next one at this device need not see what was typed or looked at.
                    forget_drafts();
                    crate::browser::forget_seen();
                    toasts.show(strings::account::signed_out(l));
                    session.reload();
                }
                Err(error) => toasts.show(error_text(l, &error)),
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet busy=busy on_press=leave>
            {strings::account::sign_out(l)}
        </Button>
    }
}
