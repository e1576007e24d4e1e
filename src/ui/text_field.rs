use leptos::prelude::*;

use super::field::{Field, described_by};

/// A line of text, or several with `rows`.
#[component]
pub fn TextField(
    /// Name in the form, and id: unique on the page.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    /// Runs when the shopper leaves the field: the time to check it.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// The input's `type`.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(default = "on")] autocomplete: &'static str,
    /// The keyboard to show, `numeric` for codes.
    #[prop(default = "text")]
    inputmode: &'static str,
    #[prop(optional, into)] placeholder: String,
    #[prop(optional)] required: bool,
    /// Marks the label as optional.
    #[prop(optional)]
    optional: bool,
    #[prop(optional)] max_length: Option<u32>,
    /// Lines of a larger text.
    #[prop(optional)]
    rows: Option<u32>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let described = described_by(&name);
    let invalid = move || error.read().is_some().then_some("true");
    let leave = move |_| {
        if let Some(on_leave) = on_leave {
            on_leave.run(());
        }
    };
    let control = match rows {
        Some(rows) => view! {
            <textarea
                class="field__control field__control--area"
                id=name.clone()
                name=name.clone()
                rows=rows
                maxlength=max_length
                placeholder=placeholder
                required=required
                autocomplete=autocomplete
                aria-describedby=described
                aria-invalid=invalid
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=leave
            >
                {value.get_untracked()}
            </textarea>
        }
        .into_any(),
        None => view! {
            <input
                class="field__control"
                id=name.clone()
                name=name.clone()
                type=kind
                maxlength=max_length
                placeholder=placeholder
                required=required
                autocomplete=autocomplete
                inputmode=inputmode
                aria-describedby=described
                aria-invalid=invalid
                disabled=move || disabled.get()
                value=value.get_untracked()
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=leave
            />
        }
        .into_any(),
    };
    view! {
        <Field name label hint optional error>
            {control}
        </Field>
    }
}
