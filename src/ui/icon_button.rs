use leptos::prelude::*;

use super::{Glyph, Icon};

/// An action whose icon says enough to those who see it.
#[component]
pub fn IconButton(
    glyph: Glyph,
    /// Its name for those who don't, and the tip on hover.
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] on_press: Callback<()>,
    /// On a filled round ground, for use over pictures.
    #[prop(optional)]
    filled: bool,
    /// For a button that stays in: whether it is in.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=if filled { "icon-button icon-button--filled" } else { "icon-button" }
            aria-label=move || label.get()
            title=move || label.get()
            aria-pressed=pressed.map(|p| move || if p.get() { "true" } else { "false" })
            disabled=move || disabled.get()
            on:click=move |_| on_press.run(())
        >
            <Icon glyph/>
        </button>
    }
}
