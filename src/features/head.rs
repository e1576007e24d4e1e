//! What a page says about itself in the document's head.

use leptos::prelude::*;

use crate::reactive::effect;

/// What a server writes into the head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The document's title.
    pub title: String,
    /// One or two sentences for search engines and shared links.
    pub description: Option<String>,
}

/// Where a page that a server renders leaves its head; put into context by
/// whoever renders.
#[derive(Clone, Default)]
pub struct HeadOfPage(pub std::sync::Arc<std::sync::Mutex<Head>>);

/// Gives the document its title, and on a server its description.
#[component]
pub fn Title(
    #[prop(into)] text: String,
    /// What the page is about.
    #[prop(optional, into)]
    description: Option<String>,
) -> impl IntoView {
    if let Some(head) = use_context::<HeadOfPage>() {
        let mut head = head.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *head = Head { title: text.clone(), description };
    }
    effect(move || document().set_title(&text));
}
