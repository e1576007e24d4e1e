//! The server's first screen: a public page as HTML, from the same components.

use std::sync::{Arc, Mutex, PoisonError};

use futures::StreamExt;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos_router::components::Router;
use leptos_router::location::RequestUrl;

use crate::api::InProcess;
use crate::app::{Outlet, provide_contexts};
use crate::features::head::{Head, HeadOfPage};
use crate::features::shell::{PAGE, frame};
use crate::features::written::Places;
use crate::i18n::{Locale, provide_locale};
use crate::ui::markup::html;
use crate::state::{RequestLanguage, first_language};

/// Stands where the page will, while it waits for its data.
const GAP: &str = "\u{fdd0}";

/// A page as a server sends it.
pub struct FirstScreen {
    /// Its language.
    pub locale: Locale,
    /// What it says about itself.
    pub head: Head,
    /// The inside of `#app`.
    pub html: String,
    /// Whether the app can take the page over as it is: it has its data.
    pub is_whole: bool,
}

impl FirstScreen {
    /// Title and description for the document's head.
    pub fn head_html(&self) -> String {
        let Head { title, description } = &self.head;
        html! {
            title { (title) }
            @if let Some(text) = description { meta name="description" content=(text); }
        }
        .into_string()
    }
}

/// Gets ready to render. Once, inside of a tokio runtime.
pub fn init() {
    // It fails only where an executor is there already.
    let _ = any_spawner::Executor::init_tokio();
}

/// Renders the page at a path (with its query), whose data `backend` answers.
pub async fn render(path: &str, language: RequestLanguage, backend: InProcess) -> FirstScreen {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let head = HeadOfPage::default();
    let bars = Arc::new(Mutex::new(String::new()));
    let (locale, stream) = owner.with(|| {
        provide_context(RequestUrl::new(path));
        provide_context(language);
        provide_context(backend);
        provide_context(head.clone());
        let locale = first_language();
        provide_contexts();
        provide_locale(locale);
        let written = bars.clone();
        let page = view! {
            <Router>
                {
                    let gap = Places::default().with(PAGE, GAP.to_owned());
                    let html = frame(locale, || ().into_any()).into_markup(gap).into_string();
                    *written.lock().unwrap_or_else(PoisonError::into_inner) = html;
                    view! { <Outlet /> }
                }
            </Router>
        };
        (locale, page.to_html_stream_in_order())
    });
    // Resources are read by tasks that belong to the owner.
    let page = owner.with(|| ScopedFuture::new_untracked(stream.collect::<String>())).await;
    owner.unset_with_forced_cleanup();
    let bars = std::mem::take(&mut *bars.lock().unwrap_or_else(PoisonError::into_inner));
    let head = head.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    FirstScreen {
        locale,
        head,
        is_whole: page.contains(" data-written"),
        html: bars.replacen(GAP, &page, 1),
    }
}
