use leptos::prelude::*;

/// A setting that takes effect at once.
#[component]
pub fn Switch(
    #[prop(into)] label: String,
    /// What being on means, if the label leaves it open.
    #[prop(optional, into)]
    hint: String,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let hint = (!hint.is_empty()).then(|| view! { <span class="switch__hint">{hint}</span> });
    view! {
        <label class="switch">
            <span class="switch__label">{label} {hint}</span>
            <input
                class="switch__track"
                type="checkbox"
                role="switch"
                checked=on.get_untracked()
                prop:checked=move || on.get()
                disabled=move || disabled.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
        </label>
    }
}
