use crate::features::head::Title;
use leptos::prelude::*;
use vitrine_contract::identity::DemoMessage;

use crate::api;
use crate::features::errors::ApiErrorView;
use crate::features::load::Load;
use crate::format::{DateStyle, count, date};
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::{
    Button, EmptyState, Glyph, LinkButton, Loading, PageHeader, Skeleton, SkeletonShape,
};

/// Sign-in codes of the demo.
#[component]
pub fn DemoInboxPage() -> impl IntoView {
    let l = use_locale();
    let messages = Load::new(|| Some(api::demo::inbox()));
    let refresh = Callback::new(move |()| messages.refetch());
    let content = move || {
        messages.answer().map_or_else(loading, |answer| match answer {
            Ok(list) => inbox(l, list.items).into_any(),
            Err(error) if error.is_not_found() => view! {
                <EmptyState
                    glyph=Glyph::Mail
                    title=strings::demo::off_title(l)
                    text=strings::demo::off_text(l)
                >
                    <LinkButton href=Route::Home.href()>{strings::errors::to_home(l)}</LinkButton>
                </EmptyState>
            }
            .into_any(),
            Err(error) => view! { <ApiErrorView error on_retry=refresh /> }.into_any(),
        })
    };
    view! {
        <Title text=strings::demo::inbox_title(l) />
        <div class="account">
            <PageHeader title=strings::demo::inbox_title(l) text=strings::demo::inbox_text(l)>
                <Button icon=Glyph::Refresh on_press=refresh>
                    {strings::demo::refresh(l)}
                </Button>
            </PageHeader>
            <p class="visually-hidden" role="status">
                {move || {
                    let many = messages.answer()?.ok()?.items.len() as u64;
                    Some(strings::demo::refreshed(l, &count(l, many)))
                }}
            </p>
            {content}
        </div>
    }
    .into_any()
}

/// The rows, before they are here.
fn loading() -> AnyView {
    view! {
                    <Loading>
                        <Skeleton shape=SkeletonShape::Row lines=3 />
                    </Loading>
    }
    .into_any()
}

fn inbox(l: Locale, messages: Vec<DemoMessage>) -> impl IntoView {
    if messages.is_empty() {
        let href = Route::SignIn { next: None }.href();
        return view! {
            <EmptyState
                glyph=Glyph::Mail
                title=strings::demo::empty_title(l)
                text=strings::demo::empty_text(l)
            >
                <LinkButton href>{strings::demo::to_sign_in(l)}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let rows = messages
        .into_iter()
        .map(|message| {
            let time = date(l, DateStyle::ShortTime, message.sent_at.as_str());
            view! {
                <li class="demo-inbox__message">
                    <span>{message.contact}</span>
                    <strong class="demo-inbox__code">{message.code}</strong>
                    <time class="demo-inbox__time" datetime=message.sent_at.0>
                        {time}
                    </time>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="demo-inbox">{rows}</ul> }.into_any()
}
