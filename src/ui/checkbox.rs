use leptos::prelude::*;

/// Yes or no, as part of a form.
#[component]
pub fn Checkbox(
    /// Name in the form.
    #[prop(into)]
    name: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The label; it may hold a link.
    children: Children,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                class="check__box"
                type="checkbox"
                name=name
                checked=checked.get_untracked()
                prop:checked=move || checked.get()
                disabled=move || disabled.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span class="check__label">{children()}</span>
        </label>
    }
}
