use leptos::prelude::*;

use super::specimen::specimen;
use crate::i18n::{strings, use_locale};
use crate::ui::markup::html;
use crate::ui::{
    Checkbox, Chip, ChipLink, ChipState, Choice, RadioCard, RadioGroup, Segmented, Switch,
    TabPanel, Tabs, chip, chip_link,
};

/// What is in or out, or one of several.
pub fn specimens() -> AnyView {
    view! {
        {specimen("Checkbox", checkboxes())}
        {specimen("Switch", switches())}
        {specimen("RadioGroup, RadioCard", radio_cards())}
        {specimen("Chip, ChipLink, chip, chip_link", chips())}
        {specimen("Tabs, TabPanel", tabs())}
        {specimen("Segmented", segmented())}
    }
    .into_any()
}

fn checkboxes() -> AnyView {
    let l = use_locale();
    let checked = RwSignal::new(true);
    let label = strings::checkout::save_address(l);
    view! {
        <Checkbox name="check-on" checked on_change=move |on| checked.set(on)>{label}</Checkbox>
        <Checkbox name="check-off" checked=false on_change=|_| ()>{label}</Checkbox>
        <Checkbox name="check-disabled" checked=true disabled=true on_change=|_| ()>{label}</Checkbox>
    }
    .into_any()
}

fn switches() -> AnyView {
    let l = use_locale();
    let on = RwSignal::new(true);
    view! {
        <Switch label=strings::catalog::in_stock_only(l) on on_change=move |to| on.set(to) />
        <Switch
            label=strings::review::anonymous(l)
            hint=strings::review::anonymous_hint(l)
            on=false
            on_change=|_| ()
        />
        <Switch label=strings::catalog::in_stock_only(l) on=true disabled=true on_change=|_| () />
    }
    .into_any()
}

fn radio_cards() -> AnyView {
    let l = use_locale();
    let chosen = RwSignal::new("card");
    let is = move |value: &'static str| Signal::derive(move || chosen.get() == value);
    view! {
        <RadioGroup legend=strings::checkout::payment_section(l)>
            <RadioCard
                name="pay"
                value="card"
                title=strings::checkout::card(l, "4242")
                aside="¥0"
                checked=is("card")
                on_select=move |()| chosen.set("card")
            />
            <RadioCard
                name="pay"
                value="cash"
                title=strings::checkout::cash(l)
                checked=is("cash")
                on_select=move |()| chosen.set("cash")
            >
                {strings::checkout::cash_text(l)}
            </RadioCard>
        </RadioGroup>
        <RadioGroup
            legend=strings::checkout::address_section(l)
            quiet_legend=true
            error=Some(strings::account::fault_required(l).to_owned())
        >
            <RadioCard
                name="address"
                value="none"
                title=strings::account::no_addresses(l)
                checked=false
                disabled=true
                on_select=|()| ()
            />
        </RadioGroup>
    }
    .into_any()
}

fn chips() -> AnyView {
    let l = use_locale();
    let selected = RwSignal::new(true);
    let label = strings::catalog::in_stock_only(l);
    let as_text = html! {
        (chip_link("#chip", strings::shell::home(l), true, None))
        (chip_link("#chip", label, false, Some(&strings::ui::remove(l, label))))
        (chip(&ChipState { label: label.to_owned(), selected: true }))
    };
    view! {
        <div class="chips">
            <Chip label selected on_press=move |()| selected.update(|on| *on = !*on) />
            <Chip label on_press=|()| () />
            <Chip label disabled=true on_press=|()| () />
        </div>
        <div class="chips">
            <ChipLink href="#chip" label=strings::shell::home(l) current=true />
            <ChipLink href="#chip" label=strings::shell::categories(l) />
            <ChipLink href="#chip" label removes=true attr:aria-label=strings::ui::remove(l, label) />
        </div>
        <div class="chips" inner_html=as_text.into_string()></div>
    }
    .into_any()
}

fn tabs() -> AnyView {
    let l = use_locale();
    let selected = RwSignal::new("reviews".to_owned());
    let reviews = strings::review::heading(l);
    let choices = vec![
        Choice::new("reviews", reviews),
        Choice::new("parcel", strings::tracking::title(l)),
        Choice { disabled: true, ..Choice::new("off", strings::catalog::sold_out(l)) },
    ];
    view! {
        <Tabs
            name="tabs"
            label=strings::gallery::choices(l)
            choices
            selected
            on_select=move |value| selected.set(value)
        />
        <TabPanel name="tabs" value="reviews" selected>{strings::review::none_text(l)}</TabPanel>
        <TabPanel name="tabs" value="parcel" selected>{strings::orders::empty_text(l)}</TabPanel>
    }
    .into_any()
}

fn segmented() -> AnyView {
    let l = use_locale();
    let value = RwSignal::new("light".to_owned());
    let choices = vec![
        Choice::new("light", strings::shell::theme_light(l)),
        Choice::new("dark", strings::shell::theme_dark(l)),
        Choice { disabled: true, ..Choice::new("system", strings::shell::theme_system(l)) },
    ];
    view! {
        <Segmented
            name="segmented"
            label=strings::shell::theme(l)
            choices
            value
            on_change=move |chosen| value.set(chosen)
        />
    }
    .into_any()
}
