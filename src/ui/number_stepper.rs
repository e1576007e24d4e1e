use leptos::prelude::*;

use super::{Glyph, Icon};
use crate::i18n::{strings, use_locale};

/// A small whole number, by buttons or by typing. A button at its limit keeps
/// its place in the tab order: it may have the focus that has led there.
#[component]
pub fn NumberStepper(
    /// What is counted, for screen readers: “Quantity of …”.
    #[prop(into)]
    label: String,
    #[prop(into)] value: Signal<u32>,
    #[prop(into)] on_change: Callback<u32>,
    #[prop(default = 1)] min: u32,
    #[prop(default = Signal::stored(99), into)] max: Signal<u32>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let locale = use_locale();
    let set = move |wanted: u32| {
        let wanted = wanted.min(max.get_untracked()).max(min);
        if wanted != value.get_untracked() && !disabled.get_untracked() {
            on_change.run(wanted);
        }
    };
    let typed = move |event: leptos::ev::Event| {
        let input: leptos::web_sys::HtmlInputElement = event_target(&event);
        set(input.value().trim().parse().unwrap_or(value.get_untracked()));
        input.set_value(&value.get_untracked().to_string());
    };
    let name = label.clone();
    view! {
        <div class="stepper" role="group" aria-label=name>
            <button
                type="button"
                class="stepper__button"
                aria-label=strings::ui::decrease(locale)
                aria-disabled=move || (disabled.get() || value.get() <= min).then_some("true")
                on:click=move |_| set(value.get_untracked().saturating_sub(1))
            >
                <Icon glyph=Glyph::Minus/>
            </button>
            <input
                class="stepper__value"
                type="number"
                inputmode="numeric"
                autocomplete="off"
                aria-label=label
                min=min
                max=move || max.get()
                disabled=move || disabled.get()
                value=value.get_untracked()
                prop:value=move || value.get().to_string()
                on:change=typed
            />
            <button
                type="button"
                class="stepper__button"
                aria-label=strings::ui::increase(locale)
                aria-disabled=move || (disabled.get() || value.get() >= max.get()).then_some("true")
                on:click=move |_| set(value.get_untracked().saturating_add(1))
            >
                <Icon glyph=Glyph::Plus/>
            </button>
        </div>
    }
}
