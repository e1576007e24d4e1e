use leptos::prelude::*;

use super::{Glyph, Icon};

/// Details behind a line; the browser opens and closes it.
#[component]
pub fn Disclosure(
    #[prop(into)] summary: String,
    /// Whether it starts open.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure__summary">
                {summary} <Icon glyph=Glyph::ChevronDown/>
            </summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
