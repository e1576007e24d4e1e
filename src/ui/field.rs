use leptos::prelude::*;

use crate::i18n::{strings, use_locale};

/// Label, hint and error around a control. The control has the id `name` and
/// names `{name}-hint {name}-error` in `aria-describedby`.
#[component]
pub(super) fn Field(
    name: String,
    label: String,
    hint: String,
    optional: bool,
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let locale = use_locale();
    let mark = optional
        .then(|| view! { <span class="field__optional">{strings::ui::optional(locale)}</span> });
    // A server writes an empty text as a space, and a hint with a space takes room.
    let hint_text = (!hint.is_empty()).then_some(hint);
    view! {
        <div class="field" class:field--error=move || error.read().is_some()>
            <label class="field__label" for=name.clone()>
                {label}
                {mark}
            </label>
            {children()}
            <p class="field__hint" id=format!("{name}-hint")>
                {hint_text}
            </p>
            <p class="field__error" id=format!("{name}-error") aria-live="polite">
                {move || error.get()}
            </p>
        </div>
    }
}

/// The value of `aria-describedby` for the control of a [`Field`].
pub(super) fn described_by(name: &str) -> String {
    format!("{name}-hint {name}-error")
}
