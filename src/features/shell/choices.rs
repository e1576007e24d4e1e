use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlSelectElement};

use crate::features::written::{When, Written};
use crate::i18n::{Locale, strings};
use crate::reactive::effect;
use crate::state::{Preferences, Theme};
use crate::ui::markup::{html, listen};
use crate::ui::{Choice, select};

/// Chooses the language, and light, dark, or the system's theme. `name` is what their fields'
/// names begin with, unique on the page.
pub fn choices(l: Locale, name: &'static str) -> Written {
    Written::new(move |_| {
        let (language, theme) = (format!("{name}-language"), format!("{name}-theme"));
        // A server does not know which theme was chosen.
        let unknown = Theme::default().name();
        html! {
            div.live data-live="language" {
                (select(&language, strings::shell::language(l), &languages(), l.tag()))
            }
            div.live data-live="theme" {
                (select(&theme, strings::shell::theme(l), &themes(l), unknown))
            }
        }
    })
    .follow("language", When::AtOnce, follow_language)
    .follow("theme", When::AtOnce, follow_theme)
}

/// The languages, each in its own words, by tag.
pub fn languages() -> [Choice; Locale::ALL.len()] {
    Locale::ALL.map(|locale| Choice::new(locale.tag(), locale.autonym()))
}

/// The themes, by name.
pub fn themes(l: Locale) -> [Choice; 3] {
    [
        (Theme::System, strings::shell::theme_system(l)),
        (Theme::Light, strings::shell::theme_light(l)),
        (Theme::Dark, strings::shell::theme_dark(l)),
    ]
    .map(|(theme, label)| Choice::new(theme.name(), label))
}

fn follow_language(place: HtmlElement) {
    let preferences = Preferences::expect();
    listen(&place, "change", move |event| preferences.choose_language(&event_target_value(&event)));
}

fn follow_theme(place: HtmlElement) {
    let theme = Preferences::expect().theme;
    listen(&place, "change", move |event| theme.set(Theme::named(&event_target_value(&event))));
    effect(move || {
        let field = place.query_selector("select").ok().flatten();
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlSelectElement>().ok()) {
            field.set_value(theme.get().name());
        }
    });
}
