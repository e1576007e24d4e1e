use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use vitrine::i18n::Locale;
use vitrine::ui::{Button, Chip, NumberStepper, TextField};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{settle, show};

#[wasm_bindgen_test]
async fn a_stepper_stays_between_its_bounds() {
    let value = RwSignal::new(2_u32);
    let place = show(Locale::En, move || {
        view! {
            <NumberStepper label="Quantity" value on_change=move |n| value.set(n) max=3_u32 />
        }
    });
    place.type_into("input", "9");
    settle().await;
    assert_eq!(value.get_untracked(), 3);
    place.type_into("input", "nonsense");
    settle().await;
    assert_eq!(value.get_untracked(), 3);
    place.press("button");
    settle().await;
    assert_eq!(value.get_untracked(), 2);
}

#[wasm_bindgen_test]
async fn a_steppers_button_keeps_the_focus_at_its_limit() {
    let value = RwSignal::new(2_u32);
    let place = show(Locale::En, move || {
        view! { <NumberStepper label="Quantity" value on_change=move |n| value.set(n) /> }
    });
    let button: HtmlElement = place.find("button").unchecked_into();
    button.focus().unwrap();
    for _ in 0..2 {
        place.press("button");
        settle().await;
    }
    assert_eq!(value.get_untracked(), 1);
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(document().active_element(), Some(button.into()));
}

#[wasm_bindgen_test]
async fn a_busy_button_swallows_presses_but_keeps_the_focus_order() {
    let (presses, busy) = (RwSignal::new(0), RwSignal::new(false));
    let place = show(Locale::En, move || {
        view! { <Button busy on_press=move |()| presses.update(|n| *n += 1)>"Buy"</Button> }
    });
    place.press("button");
    busy.set(true);
    settle().await;
    place.press("button");
    assert_eq!(presses.get_untracked(), 1);
    assert!(!place.find("button").has_attribute("disabled"));
    assert_eq!(place.find("button").get_attribute("aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_wrong_field_says_so_to_eyes_and_ears() {
    let (value, error) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let place = show(Locale::En, move || {
        view! { <TextField name="phone" label="Phone" value on_input=move |t| value.set(t) error /> }
    });
    place.type_into("input", "12");
    error.set(Some("Too short".into()));
    settle().await;
    assert_eq!(value.get_untracked(), "12");
    let input = place.find("input");
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    let described = input.get_attribute("aria-describedby").unwrap_or_default();
    let told = described
        .split_whitespace()
        .filter_map(|id| document().get_element_by_id(id))
        .any(|e| e.text_content().unwrap_or_default().contains("Too short"));
    assert!(told, "{described:?} does not lead to the error");
}

#[wasm_bindgen_test]
async fn a_sold_out_chip_cannot_be_chosen() {
    let presses = RwSignal::new(0);
    let place = show(Locale::En, move || {
        view! { <Chip label="42" disabled=true on_press=move |()| presses.update(|n| *n += 1) /> }
    });
    place.press("button");
    settle().await;
    assert_eq!(presses.get_untracked(), 0);
}
