use leptos::prelude::*;

use super::button::button_class;
use super::{ButtonKind, ButtonSize, Glyph, Icon};

/// A link that looks like a button: it leads somewhere.
#[component]
pub fn LinkButton(
    #[prop(into)] href: String,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] size: ButtonSize,
    /// Fills its line.
    #[prop(optional)]
    wide: bool,
    #[prop(optional)] icon: Option<Glyph>,
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href class=button_class(kind, size, wide)>
            {icon.map(|glyph| view! { <Icon glyph/> })}
            <span class="button__label">{children()}</span>
        </a>
    }
}
