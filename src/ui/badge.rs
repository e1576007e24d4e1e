use leptos::prelude::*;

use super::icon::icon;
use super::markup::{Markup, html};
use super::{Glyph, Tone};

/// A word or two about the thing it stands on.
#[component]
pub fn Badge(
    #[prop(into)] text: String,
    #[prop(optional)] tone: Tone,
    #[prop(optional)] icon: Option<Glyph>,
) -> impl IntoView {
    view! { <span class=class(tone) inner_html=inside(&text, icon).into_string()></span> }
}

/// [`Badge`] as text.
pub fn badge(text: &str, tone: Tone) -> Markup {
    html! { span class=(class(tone)) { (inside(text, None)) } }
}

fn class(tone: Tone) -> String {
    format!("badge badge--{}", tone.name())
}

fn inside(text: &str, glyph: Option<Glyph>) -> Markup {
    html! {
        @if let Some(glyph) = glyph { (icon(glyph)) }
        (text)
    }
}
