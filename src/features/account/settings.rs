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
    let themes = [
        (Theme::System, strings::account::theme_system(l)),
        (Theme::Light, strings::account::theme_light(l)),
        (Theme::Dark, strings::account::theme_dark(l)),
    ];
    let themes = themes.map(|(theme, label)| Choice::new(theme.name(), label)).to_vec();
    let set_theme = move |name: String| preferences.theme.set(Theme::named(&name));
    let theme = Signal::derive(move || preferences.theme.get().name().to_owned());
    let set_language = move |tag: String| preferences.choose_language(&tag);
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
