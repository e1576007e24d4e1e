use leptos::prelude::*;

use super::{LanguageChoice, ThemeChoice};
use crate::i18n::{strings, use_locale};
use crate::routes::Route;
use crate::state::SessionState;

/// What stands below every page.
#[component]
pub fn Footer() -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let demo = move || session.shop().is_some_and(|shop| shop.demo);
    view! {
            <div class="footer__inner">
                <div class="footer__links">
                    <span>{strings::shell::shop_name(l)} " · " {strings::shell::tagline(l)}</span>
                    {move || {
                        demo()
                            .then(|| {
                                view! {
                                    <a href=Route::DemoInbox
                                        .href()>{strings::shell::demo_inbox(l)}</a>
                                }
                            })
                    }}
                </div>
                <div class="footer__choices">
                    <LanguageChoice name="footer-language" />
                    <ThemeChoice name="footer-theme" />
                </div>
            </div>
    }
}
