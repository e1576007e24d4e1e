use leptos::prelude::*;

use crate::i18n::{strings, use_locale};

/// Asks for one to five stars; arrow keys change them.
#[component]
pub fn StarsInput(
    /// Name of the radio group: unique on the page.
    #[prop(into)]
    name: String,
    /// What is rated.
    #[prop(into)]
    label: String,
    /// 0 as long as nothing is chosen.
    #[prop(into)]
    value: Signal<u8>,
    #[prop(into)] on_change: Callback<u8>,
    /// What the chosen stars mean: “Good”.
    #[prop(optional, into)]
    meaning: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// Larger stars, for the main question.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let locale = use_locale();
    let stars = (1..=5u8)
        .map(|n| {
            view! {
                <label class="stars-input__star">
                    <input
                        class="visually-hidden"
                        type="radio"
                        name=name.clone()
                        value=n
                        checked=value.get_untracked() == n
                        prop:checked=move || value.get() == n
                        on:change=move |_| on_change.run(n)
                    />
                    <span class="visually-hidden">{strings::ui::stars(locale, &n.to_string())}</span>
                    <i class="stars-input__shape" aria-hidden="true"></i>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class=if large { "stars-input stars-input--large" } else { "stars-input" }>
            <legend class="stars-input__label">{label}</legend>
            <div class="stars-input__row">{stars}</div>
            <span class="stars-input__meaning" aria-live="polite">
                {move || meaning.get()}
            </span>
            <p class="field__error" aria-live="polite">
                {move || error.get()}
            </p>
        </fieldset>
    }
}
