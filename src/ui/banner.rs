use leptos::prelude::*;

use super::{Icon, Tone};

/// News that stays: a delay, a price that changed, a method that failed. Give
/// it its place before content is shown, so that nothing is pushed down.
#[component]
pub fn Banner(
    #[prop(optional)] tone: Tone,
    #[prop(into)] text: String,
    /// In front of the text, stronger.
    #[prop(optional, into)]
    title: String,
    /// Reads it out at once, for an answer to what the shopper just did.
    #[prop(optional)]
    urgent: bool,
    /// What to do about it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div
            class=format!("banner banner--{}", tone.name())
            role=if urgent { "alert" } else { "note" }
        >
            <Icon glyph=tone.glyph()/>
            <div class="banner__words">
                {(!title.is_empty()).then(|| view! { <p class="banner__title">{title}</p> })}
                <p>{text}</p>
            </div>
            {children.map(|children| view! { <div class="banner__actions">{children()}</div> })}
        </div>
    }
}
