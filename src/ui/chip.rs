use leptos::prelude::*;
use web_sys::Element;

use super::markup::{Markup, html};
use super::{Glyph, Icon, icon};

/// A filter or variant that is in or out.
#[component]
pub fn Chip(
    #[prop(into)] label: String,
    #[prop(optional, into)] selected: Signal<bool>,
    /// Struck through and off, such as a size that is sold out.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || if selected.get() { "true" } else { "false" }
            aria-disabled=move || disabled.get().then_some("true")
            on:click=move |_| {
                if !disabled.get_untracked() {
                    on_press.run(());
                }
            }
        >
            {label}
        </button>
    }
}

/// What changes in a [`chip`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChipState {
    /// What it says.
    pub label: String,
    /// Whether it is in.
    pub selected: bool,
}

/// [`Chip`] as text.
pub fn chip(state: &ChipState) -> Markup {
    html! {
        button.chip type="button" aria-pressed=(state.selected) { (state.label) }
    }
}

impl ChipState {
    /// Shows it in a chip of the document.
    pub fn show(&self, chip: &Element) {
        // It cannot fail: the name is right.
        let _ = chip.set_attribute("aria-pressed", if self.selected { "true" } else { "false" });
        if chip.text_content().as_deref() != Some(&self.label) {
            chip.set_text_content(Some(&self.label));
        }
    }
}

/// A chip that leads somewhere: a category, or an active filter's removal.
#[component]
pub fn ChipLink(
    #[prop(into)] href: String,
    #[prop(into)] label: String,
    /// Whether this is where the shopper is.
    #[prop(optional, into)]
    current: Signal<bool>,
    /// Shows a cross: following the link takes the filter away. Give the link
    /// a name with `attr:aria-label`.
    #[prop(optional)]
    removes: bool,
) -> impl IntoView {
    view! {
        <a class="chip" href=href aria-current=move || current.get().then_some("true")>
            {label}
            {removes.then(|| view! { <Icon glyph=Glyph::Close/> })}
        </a>
    }
}

/// [`ChipLink`] as text. `name` is read out instead of the label: "Remove filter …".
pub fn chip_link(href: &str, label: &str, current: bool, name: Option<&str>) -> Markup {
    html! {
        a.chip href=(href) aria-current=[current.then_some("true")] aria-label=[name] {
            (label)
            @if name.is_some() { (icon(Glyph::Close)) }
        }
    }
}
