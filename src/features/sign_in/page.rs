use crate::features::head::Title;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use vitrine_contract::identity::Session;

use super::code_step::CodeStep;
use super::contact_step::ContactStep;
use super::demo::DemoOffer;
use super::draft::{Draft, draft};
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::routes::safe_next;
use crate::state::SessionState;
use crate::ui::{ButtonKind, EmptyState, Glyph, LinkButton, PageHeader};

/// Sign in by one-time code: contact and code, one after the other on one page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let query = use_query_map();
    let navigate = use_navigate();
    let draft = draft();
    let next = move || query.with_untracked(|query| safe_next(query.get_str("next")));
    let signed_in = Callback::new(move |new: Session| {
        draft.set(Draft::default());
        session.set(new);
        navigate(&next(), NavigateOptions { replace: true, ..Default::default() });
    });
    let has_code = memo(move || draft.with(|draft| draft.sent.is_some()));
    let shopper = memo(move || session.shopper().map(|shopper| shopper.contact));
    let content = move || match shopper.get() {
        Some(contact) => view! {
            <EmptyState
                glyph=Glyph::Person
                title=strings::sign_in::signed_in(l)
                text=strings::sign_in::signed_in_as(l, &contact)
            >
                <LinkButton href=next() kind=ButtonKind::Primary>
                    {strings::sign_in::go_on(l)}
                </LinkButton>
            </EmptyState>
        }
        .into_any(),
        None => view! {
            {move || {
                if has_code.get() {
                    view! { <CodeStep draft signed_in /> }.into_any()
                } else {
                    view! { <ContactStep draft /> }.into_any()
                }
            }}
            <DemoOffer signed_in />
        }
        .into_any(),
    };
    view! {
        <Title text=strings::sign_in::title(l) />
        <div class="sign-in">
            <PageHeader title=strings::sign_in::title(l) text=strings::sign_in::intro(l) />
            {content}
        </div>
    }
    .into_any()
}
