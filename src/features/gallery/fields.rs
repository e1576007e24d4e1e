use leptos::prelude::*;

use super::specimen::specimen;
use crate::i18n::{strings, use_locale};
use crate::ui::{Choice, NumberStepper, Select, TextField, select};

/// What is typed or picked from a list.
pub fn specimens() -> AnyView {
    view! {
        {specimen("TextField", text_fields())}
        {specimen("Select, select", selects())}
        {specimen("NumberStepper", steppers())}
    }
    .into_any()
}

fn text_fields() -> AnyView {
    let l = use_locale();
    let text = RwSignal::new(String::new());
    let set = move |typed| text.set(typed);
    let name = strings::account::name(l);
    view! {
        <TextField name="field-empty" label=name value=text on_input=set placeholder="Zhang Wei" />
        <TextField
            name="field-hint"
            label=strings::sign_in::contact(l)
            hint=strings::sign_in::contact_hint(l)
            value=text
            on_input=set
            required=true
        />
        <TextField
            name="field-error"
            label=strings::account::phone(l)
            kind="tel"
            inputmode="tel"
            value="12".to_owned()
            error=Some(strings::account::fault_phone(l).to_owned())
            on_input=|_| ()
        />
        <TextField
            name="field-optional"
            label=strings::account::postal_code(l)
            value="100000".to_owned()
            optional=true
            max_length=6
            on_input=|_| ()
        />
        <TextField
            name="field-off"
            label=strings::account::city(l)
            value=strings::gallery::sample_city(l).to_owned()
            disabled=true
            on_input=|_| ()
        />
        <TextField
            name="field-area"
            label=strings::review::text_label(l)
            hint=strings::review::text_hint(l, "10")
            value=text
            rows=3
            on_input=set
        />
    }
    .into_any()
}

fn selects() -> AnyView {
    let l = use_locale();
    let value = RwSignal::new("sales".to_owned());
    let choices = vec![
        Choice::new("sales", strings::catalog::sort_sales(l)),
        Choice::new("rating", strings::catalog::sort_rating(l)),
        Choice { disabled: true, ..Choice::new("newest", strings::catalog::sort_newest(l)) },
    ];
    let label = strings::catalog::sort(l);
    let set = move |chosen| value.set(chosen);
    let as_text = select("select-text", label, &choices, "sales").into_string();
    view! {
        <Select name="select" label choices=choices.clone() value on_change=set />
        <Select
            name="select-error"
            label
            choices=choices.clone()
            value
            optional=true
            hint=strings::gallery::sample_hint(l)
            error=Some(strings::account::fault_required(l).to_owned())
            on_change=set
        />
        <Select name="select-off" label choices value disabled=true on_change=set />
        <div inner_html=as_text></div>
    }
    .into_any()
}

fn steppers() -> AnyView {
    let l = use_locale();
    let count = RwSignal::new(2_u32);
    let set = move |wanted| count.set(wanted);
    let label = strings::catalog::quantity(l);
    view! {
        <div class="cluster">
            <NumberStepper label value=count on_change=set />
            <NumberStepper label value=1_u32 on_change=|_| () />
            <NumberStepper label value=3_u32 max=3_u32 on_change=|_| () />
            <NumberStepper label value=count disabled=true on_change=set />
        </div>
    }
    .into_any()
}
