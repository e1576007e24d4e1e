use leptos::prelude::*;

use crate::i18n::{Locale, strings, use_locale};
use crate::state::{Preferences, Theme};
use crate::ui::{Choice, Select};

/// Chooses the language. `name` is unique on the page.
#[component]
pub fn LanguageChoice(name: &'static str) -> impl IntoView {
    let l = use_locale();
    let preferences = Preferences::expect();
    let choices: Vec<_> =
        Locale::ALL.iter().map(|locale| Choice::new(locale.tag(), locale.autonym())).collect();
    view! {
        <Select
            name
            label=strings::shell::language(l)
            choices
            value=l.tag().to_owned()
            on_change=move |tag: String| {
                if let Some(locale) = Locale::parse(&tag) {
                    preferences.set_locale(locale);
                }
            }
        />
    }
}

/// Chooses light, dark, or the system's theme. `name` is unique on the page.
#[component]
pub fn ThemeChoice(name: &'static str) -> impl IntoView {
    let l = use_locale();
    let theme = Preferences::expect().theme;
    let choices = vec![
        Choice::new("system", strings::shell::theme_system(l)),
        Choice::new("light", strings::shell::theme_light(l)),
        Choice::new("dark", strings::shell::theme_dark(l)),
    ];
    view! {
        <Select
            name
            label=strings::shell::theme(l)
            choices
            value=Signal::derive(move || theme.get().attribute().unwrap_or("system").to_owned())
            on_change=move |chosen: String| {
                theme
                    .set(
                        match chosen.as_str() {
                            "light" => Theme::Light,
                            "dark" => Theme::Dark,
                            _ => Theme::System,
                        },
                    );
            }
        />
    }
}
