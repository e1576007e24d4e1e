use leptos::prelude::*;

use super::Choice;
use crate::reactive::memo;

/// Two to four views of the same thing; a radio group underneath.
#[component]
pub fn Segmented(
    /// Name of the radio group: unique on the page.
    #[prop(into)]
    name: String,
    /// The question, for screen readers.
    #[prop(into)]
    label: String,
    choices: Vec<Choice>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
) -> impl IntoView {
    let segments = choices
        .into_iter()
        .map(|Choice { value: own, label, disabled }| {
            let (compared, sent) = (own.clone(), own.clone());
            let chosen = memo(move || *value.read() == compared);
            view! {
                <label class="segmented__item">
                    <input
                        class="visually-hidden"
                        type="radio"
                        name=name.clone()
                        value=own
                        checked=chosen.get_untracked()
                        prop:checked=move || chosen.get()
                        disabled=disabled
                        on:change=move |_| on_change.run(sent.clone())
                    />
                    {label}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segmented">
            <legend class="visually-hidden">{label}</legend>
            {segments}
        </fieldset>
    }
}
