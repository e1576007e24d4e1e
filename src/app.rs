//! The app: contexts that outlive a page, and the page for the URL.

use leptos::prelude::*;
use leptos_meta::{Html, provide_meta_context};
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::features::{
    bundles::{Bundles, LaterPage, prefetch_when_idle},
    errors::NotFoundPage,
    home::HomePage,
    list::{CategoryPage, SearchPage},
    product::ProductPage,
    shell::Shell,
};
use crate::i18n::provide_locale;
use crate::routes::Page;
use crate::state::{
    Cart, ListMemory, Network, Preferences, ServerClock, SessionState, Toasts, provide_queries,
};

/// Mounts the app in place of the app shell of `index.html`.
#[cfg(all(target_arch = "wasm32", feature = "csr"))]
pub fn mount() {
    // Starting the module was a task of its own; between the two a tap gets its turn.
    set_timeout(
        || {
            if let Some(shell) = document().get_element_by_id("app-shell") {
                shell.remove();
            }
            leptos::mount::mount_to_body(App);
        },
        std::time::Duration::ZERO,
    );
}

/// The storefront.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_queries();
    let preferences = Preferences::provide();
    Network::provide();
    SessionState::provide();
    ServerClock::provide();
    Cart::provide();
    Toasts::provide();
    ListMemory::provide();
    Bundles::provide();
    prefetch_when_idle();
    Effect::new(move |_| crate::browser::show_theme(preferences.theme.get().attribute()));

    view! {
        <Router>
            // A change of language renders everything anew; see `i18n`.
            {move || {
                let locale = preferences.locale();
                provide_locale(locale);
                view! {
                    <Html attr:lang=locale.tag() />
                    <Shell>{move || view! { <Outlet /> }}</Shell>
                }
                    .into_any()
            }}
        </Router>
    }
}

/// The page for the URL's path.
#[component]
fn Outlet() -> impl IntoView {
    let location = use_location();
    let page = Memo::new(move |_| location.pathname.with(|path| Page::of(path)));
    // After a click on a link the router waits for its `Routes` to say that the
    // page is there before it changes the address bar. Here the outlet says so.
    let browser = use_context::<BrowserUrl>();
    Effect::new(move |_| {
        location.pathname.track();
        if let Some(browser) = &browser {
            browser.ready_to_complete();
        }
    });
    move || match page.get() {
        Page::Home => view! { <HomePage /> }.into_any(),
        Page::Category(slug) => view! { <CategoryPage slug /> }.into_any(),
        Page::Search => view! { <SearchPage /> }.into_any(),
        Page::Product(slug) => view! { <ProductPage slug /> }.into_any(),
        page => match page.part() {
            Some(part) => view! { <LaterPage page part /> }.into_any(),
            None => view! { <NotFoundPage /> }.into_any(),
        },
    }
}
