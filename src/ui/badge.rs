use leptos::prelude::*;

use super::{Glyph, Icon, Tone};

/// A word or two about the thing it stands on.
#[component]
pub fn Badge(
    #[prop(into)] text: String,
    #[prop(optional)] tone: Tone,
    #[prop(optional)] icon: Option<Glyph>,
) -> impl IntoView {
    view! {
        <span class=format!("badge badge--{}", tone.name())>
            {icon.map(|glyph| view! { <Icon glyph/> })} {text}
        </span>
    }
}
