use leptos::prelude::*;

use super::footer::Footer;
use super::movement::follow_navigation;
use super::navigation::{TabBar, TopNavigation};
use super::search_box::SearchBox;
use crate::browser;
use crate::features::bundles::LaterToaster;
use crate::i18n::{strings, use_locale};
use crate::routes::Route;
use crate::state::Network;
use crate::ui::{Glyph, Icon};

/// Bars, the page between them, footer and messages.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let l = use_locale();
    let network = Network::expect();
    follow_navigation();
    view! {
        // The router takes the click and moves no focus.
        <a class="skip-link" href="#page" on:click=move |_| browser::focus_in_view("#page")>
            {strings::shell::skip_to_content(l)}
        </a>
        <div class="shell">
            <header class="top-bar">
                <div class="top-bar__inner">
                    <a class="top-bar__brand" href=Route::Home.href()>
                        <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
                            <path d="M4 3h16v18H4zM4 15h16M12 3v12" />
                        </svg>
                        <span class="top-bar__name">{strings::shell::shop_name(l)}</span>
                        <span class="visually-hidden">{strings::shell::home(l)}</span>
                    </a>
                    <SearchBox />
                    <TopNavigation />
                </div>
                <div role="status">
                    {move || {
                        (!network.is_online())
                            .then(|| {
                                view! {
                                    <p class="offline-bar">
                                        <Icon glyph=Glyph::Offline />
                                        {strings::shell::offline(l)}
                                    </p>
                                }
                            })
                    }}
                </div>
            </header>
            <main class="page" id="page" tabindex="-1">
                {children()}
            </main>
            <Footer />
        </div>
        <TabBar />
        <LaterToaster />
    }
}
