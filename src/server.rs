//! The server's first screen: a public page as HTML, from the same components.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::location::RequestUrl;

use crate::api::{Answer, Reply};
use crate::app::{page_of_address, provide_contexts};
use crate::features::head::{Head, HeadOfPage};
use crate::features::shell::{PAGE, frame};
use crate::features::written::Places;
use crate::i18n::{Locale, provide_locale};
use crate::routes::{Page, WindowPage};
use crate::state::{PageData, RequestLanguage, first_language};
use crate::ui::markup::html;

/// Stands where the page will, while it waits for its data.
const GAP: &str = "\u{fdd0}";

/// A page reads, and what it has read may make it read more.
const READINGS_MAX: usize = 3;

/// A page as a server sends it.
pub struct FirstScreen {
    /// Its language.
    pub locale: Locale,
    /// What it says about itself.
    pub head: Head,
    /// The inside of `#app`.
    pub html: String,
    /// Path and text of every answer that it was written from: in the page they spare
    /// the browser a second request.
    pub answers: Vec<(String, String)>,
    /// Whether the app can take the page over as it is: it has its data.
    pub is_whole: bool,
    /// What it is in the shop window, if it is there.
    pub in_window: Option<WindowPage>,
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

/// The backend of this process: what it answers at a path.
pub type Backend = Arc<dyn Fn(String) -> Answer<Reply> + Send + Sync>;

/// Renders the page at a path (with its query), whose data `backend` answers: first
/// to learn what the page reads, then with that.
pub async fn render(path: &str, language: RequestLanguage, backend: Backend) -> FirstScreen {
    let data = PageData::default();
    for _ in 0..READINGS_MAX {
        let rendered = render_with(path, &language, &data);
        let lacking = data.take_lacking();
        if lacking.is_empty() {
            return rendered;
        }
        for path in lacking {
            let answer = backend(path.clone()).await;
            data.keep(path, answer);
        }
    }
    render_with(path, &language, &data)
}

fn render_with(path: &str, language: &RequestLanguage, data: &PageData) -> FirstScreen {
    let owner = Owner::new_root(None);
    let head = HeadOfPage::default();
    let (locale, bars, page) = owner.with(|| {
        provide_context(RequestUrl::new(path));
        provide_context(language.clone());
        provide_context(data.clone());
        provide_context(head.clone());
        let locale = first_language();
        provide_contexts();
        provide_locale(locale);
        let bars = Arc::new(Mutex::new(String::new()));
        let written = bars.clone();
        let page = view! {
            <Router>
                {
                    let gap = Places::default().with(PAGE, GAP.to_owned());
                    let html = frame(locale, |_| ()).into_markup(gap).into_string();
                    *written.lock().unwrap_or_else(PoisonError::into_inner) = html;
                    page_of_address()
                }
            </Router>
        };
        let page = page.to_html();
        let bars = std::mem::take(&mut *bars.lock().unwrap_or_else(PoisonError::into_inner));
        (locale, bars, page)
    });
    owner.cleanup();
    let mut head = head.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    // An empty description is worse than none.
    head.description = head.description.filter(|text| !text.is_empty());
    FirstScreen {
        locale,
        head,
        is_whole: page.contains(" data-written"),
        html: without_marks(&bars.replacen(GAP, &page, 1)),
        answers: data.texts(),
        in_window: Page::of(path.split('?').next().unwrap_or_default()).in_window(),
    }
}

/// Without the comments by which the framework would find its way: nothing is hydrated.
fn without_marks(html: &str) -> String {
    html.replace("<!>", "").replace("<!--<() />-->", "")
}
