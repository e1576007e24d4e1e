//! Faults of fields, in words and at their place.

use leptos::prelude::*;
use vitrine_contract::FieldError;
use vitrine_contract::problem::FieldCode;

use crate::i18n::{Locale, strings};

/// The id of the control for a path: `address.phone` is `address-phone`.
pub fn field_id(path: &str) -> String {
    path.replace('.', "-")
}

/// What is wrong with the field at `path`, tracked.
pub fn fault_at(
    l: Locale,
    faults: RwSignal<Vec<FieldError>>,
    path: impl Into<String>,
) -> Signal<Option<String>> {
    let path = path.into();
    Signal::derive(move || {
        faults.with(|all| all.iter().find(|f| f.path == path).map(|f| text(l, f).to_owned()))
    })
}

/// Takes a field's fault away, as soon as it is edited.
pub fn clear_fault(faults: RwSignal<Vec<FieldError>>, path: &str) {
    if faults.with_untracked(|all| all.iter().any(|f| f.path == path)) {
        faults.update(|all| all.retain(|f| f.path != path));
    }
}

/// Focuses a field and brings it into sight. For handlers.
pub fn go_to_field(id: &str) {
    use leptos::wasm_bindgen::JsCast;
    let field = document().get_element_by_id(id);
    if let Some(field) = field.and_then(|f| f.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Brings what matches into sight, at the lower edge. For handlers.
pub fn scroll_to(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        element.scroll_into_view_with_bool(false);
    }
}

fn text(l: Locale, fault: &FieldError) -> &'static str {
    let field = fault.path.rsplit('.').next().unwrap_or_default();
    match (&fault.code, field) {
        (FieldCode::Required, _) => strings::account::fault_required(l),
        (FieldCode::TooLong, _) => strings::account::fault_long(l),
        (_, "phone") => strings::account::fault_phone(l),
        (_, "contact") => strings::account::fault_contact(l),
        _ => strings::account::fault_invalid(l),
    }
}
