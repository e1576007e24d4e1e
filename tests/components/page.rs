//! A place of its own on the page for each test.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement, HtmlInputElement};
use vitrine::i18n::{Locale, provide_locale};

/// What a test has put on the page.
pub struct Place {
    element: HtmlElement,
}

/// Shows a view in `locale`.
pub fn show<V: IntoView + 'static>(locale: Locale, view: impl FnOnce() -> V + 'static) -> Place {
    let element: HtmlElement = document().create_element("section").unwrap().dyn_into().unwrap();
    document().body().unwrap().append_child(&element).unwrap();
    leptos::mount::mount_to(element.clone(), move || {
        provide_locale(locale);
        view().into_any()
    })
    .forget();
    Place { element }
}

impl Place {
    /// The first element that matches.
    pub fn find(&self, selector: &str) -> Element {
        self.element
            .query_selector(selector)
            .unwrap()
            .unwrap_or_else(|| panic!("no {selector} in {}", self.element.inner_html()))
    }

    /// Whether anything matches.
    pub fn has(&self, selector: &str) -> bool {
        self.element.query_selector(selector).unwrap().is_some()
    }

    /// The text that a shopper reads.
    pub fn text(&self) -> String {
        self.element.text_content().unwrap_or_default()
    }

    /// Presses the first element that matches.
    pub fn press(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
    }

    /// Types into the first input that matches.
    pub fn type_into(&self, selector: &str, text: &str) {
        let input: HtmlInputElement = self.find(selector).unchecked_into();
        input.set_value(text);
        for name in ["input", "change"] {
            let options = web_sys::EventInit::new();
            options.set_bubbles(true);
            let event = web_sys::Event::new_with_event_init_dict(name, &options).unwrap();
            input.dispatch_event(&event).unwrap();
        }
    }
}

/// Lets effects run.
pub async fn settle() {
    leptos::task::tick().await;
    leptos::task::tick().await;
}
