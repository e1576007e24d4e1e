use leptos::prelude::*;

use crate::features::shell::{languages, themes};
use crate::i18n::{strings, use_locale};
use crate::state::{Preferences, Theme};
use crate::ui::Segmented;

/// Language and theme, for anybody.
#[component]
pub(super) fn Settings() -> impl IntoView {
    let l = use_locale();
    let preferences = Preferences::expect();
    let set_theme = move |name: String| preferences.theme.set(Theme::named(&name));
    let theme = Signal::derive(move || preferences.theme.get().name().to_owned());
    let set_language = move |tag: String| preferences.choose_language(&tag);
    view! {
        <section class="panel" id="settings" aria-labelledby="settings-title">
            <h2 class="panel__title" id="settings-title" tabindex="-1">
                {strings::account::settings(l)}
            </h2>
            <div class="account__setting">
                <p aria-hidden="true">{strings::shell::language(l)}</p>
                <Segmented
                    name="language"
                    label=strings::shell::language(l)
                    choices=languages().to_vec()
                    value=l.tag().to_owned()
                    on_change=set_language
                />
            </div>
            <div class="account__setting">
                <p aria-hidden="true">{strings::shell::theme(l)}</p>
                <Segmented
                    name="theme"
                    label=strings::shell::theme(l)
                    choices=themes(l).to_vec()
                    value=theme
                    on_change=set_theme
                />
            </div>
        </section>
    }
}
