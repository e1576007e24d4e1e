use leptos::prelude::*;

use crate::i18n::{Locale, strings, use_locale};
use crate::state::{Preferences, Theme};
use crate::ui::{Choice, Segmented};

/// Language and theme, for anybody.
#[component]
pub(super) fn Settings() -> impl IntoView {
    let l = use_locale();
    let preferences = Preferences::expect();
    let languages = Locale::ALL.map(|locale| Choice::new(locale.tag(), locale.autonym())).to_vec();
    let themes = vec![
        Choice::new("system", strings::account::theme_system(l)),
        Choice::new("light", strings::account::theme_light(l)),
        Choice::new("dark", strings::account::theme_dark(l)),
    ];
    let set_theme = move |value: String| {
        preferences.theme.set(match value.as_str() {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        });
    };
    let theme =
        Signal::derive(move || preferences.theme.get().attribute().unwrap_or("system").to_owned());
    let set_language = move |tag: String| {
        if let Some(locale) = Locale::parse(&tag) {
            preferences.set_locale(locale);
        }
    };
    view! {
        <section class="panel" id="settings" aria-labelledby="settings-title">
            <h2 class="panel__title" id="settings-title" tabindex="-1">
                {strings::account::settings(l)}
            </h2>
            <div class="account__setting">
                <p aria-hidden="true">{strings::account::language(l)}</p>
                <Segmented
                    name="language"
                    label=strings::account::language(l)
                    choices=languages
                    value=l.tag().to_owned()
                    on_change=set_language
                />
            </div>
            <div class="account__setting">
                <p aria-hidden="true">{strings::account::theme(l)}</p>
                <Segmented
                    name="theme"
                    label=strings::account::theme(l)
                    choices=themes
                    value=theme
                    on_change=set_theme
                />
            </div>
        </section>
    }
}
