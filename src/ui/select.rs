use leptos::prelude::*;

use super::Choice;
use super::field::{Field, described_by};
use super::markup::{Markup, html};

/// One of several, by the system's own list.
#[component]
pub fn Select(
    /// Name in the form, and id: unique on the page.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(default = "on")] autocomplete: &'static str,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let described = described_by(&name);
    // The chosen one is marked for a page that a server wrote; later the value tells.
    let options = move || {
        let chosen = value.get_untracked();
        options(&choices.get(), &chosen).into_string()
    };
    view! {
        <Field name=name.clone() label hint optional error>
            <select
                class="field__control field__control--select"
                id=name.clone()
                name=name
                autocomplete=autocomplete
                aria-describedby=described
                aria-invalid=move || error.read().is_some().then_some("true")
                disabled=move || disabled.get()
                on:change=move |event| on_change.run(event_target_value(&event))
                inner_html=options
                prop:value=move || value.get()
            ></select>
        </Field>
    }
}

/// [`Select`] as text, without hint and error, where a choice leads elsewhere.
pub fn select(name: &str, label: &str, choices: &[Choice], chosen: &str) -> Markup {
    html! {
        div.field {
            label.field__label for=(name) { (label) }
            select.field__control."field__control--select" #(name) name=(name) autocomplete="on" {
                (options(choices, chosen))
            }
        }
    }
}

fn options(choices: &[Choice], chosen: &str) -> Markup {
    html! {
        @for choice in choices {
            option value=(choice.value) disabled[choice.disabled] selected[choice.value == chosen] {
                (choice.label)
            }
        }
    }
}
