use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use super::Choice;
use crate::reactive::memo;

/// The tabs of several [`TabPanel`]s of the same name. Arrow keys move along.
#[component]
pub fn Tabs(
    /// Joins tabs and panels: unique on the page.
    #[prop(into)]
    name: String,
    /// What the tabs choose between, for screen readers.
    #[prop(into)]
    label: String,
    choices: Vec<Choice>,
    #[prop(into)] selected: Signal<String>,
    #[prop(into)] on_select: Callback<String>,
) -> impl IntoView {
    let tabs = choices
        .into_iter()
        .map(|Choice { value, label, disabled }| {
            let (compared, id) = (value.clone(), format!("{name}-tab-{value}"));
            let panel = format!("{name}-panel-{value}");
            let chosen = memo(move || *selected.read() == compared);
            view! {
                <button
                    type="button"
                    class="tabs__tab"
                    role="tab"
                    id=id
                    aria-controls=panel
                    aria-selected=move || if chosen.get() { "true" } else { "false" }
                    tabindex=move || if chosen.get() { "0" } else { "-1" }
                    disabled=disabled
                    on:click=move |_| on_select.run(value.clone())
                >
                    {label}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=walk>
            {tabs}
        </div>
    }
}

/// What one tab shows; give it the tab's value.
#[component]
pub fn TabPanel(
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(into)] selected: Signal<String>,
    children: Children,
) -> impl IntoView {
    let (id, tab) = (format!("{name}-panel-{value}"), format!("{name}-tab-{value}"));
    view! {
        <div
            class="tab-panel"
            role="tabpanel"
            tabindex="0"
            id=id
            aria-labelledby=tab
            hidden=move || *selected.read() != value
        >
            {children()}
        </div>
    }
}

/// Focuses and presses the next tab that is on, in the direction of the key.
fn walk(event: leptos::ev::KeyboardEvent) {
    let forwards = match event.key().as_str() {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return,
    };
    let target: HtmlElement = event_target(&event);
    let next =
        if forwards { target.next_element_sibling() } else { target.previous_element_sibling() };
    let Some(next) = next.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return };
    event.prevent_default();
    let _ = next.focus();
    next.click();
}
