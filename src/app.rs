//! The app: contexts that outlive a page, and the page for the URL.

use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};
use web_sys::HtmlElement;

use crate::browser::{self, first_screen};
#[cfg(target_arch = "wasm32")]
use crate::features::bundles::load_first;
#[cfg(target_arch = "wasm32")]
use crate::features::written::pages;
use crate::features::{
    bundles::{Bundles, LaterPage, prefetch_when_idle},
    errors::NotFoundPage,
    prefetch::prefetch_what_may_be_next,
    shell::{follow_navigation, frame, leave_without_focus},
};
use crate::i18n::provide_locale;
use crate::reactive::{effect, memo};
use crate::routes::Page;
use crate::state::{
    Cart, ListMemory, Network, Preferences, ServerClock, SessionState, Toasts, provide_queries,
};

/// Starts the app: in what the server has written, or in place of the app shell of
/// `index.html`. In pieces of work between which a tap gets its turn.
#[cfg(target_arch = "wasm32")]
pub fn mount() {
    wasm_bindgen_futures::spawn_local(async {
        load_first().await;
        next_task().await;
        leptos::mount::mount_to_body(|| {
            wasm_bindgen_futures::spawn_local(begin(Owner::current().unwrap_or_default()));
        });
    });
}

#[cfg(target_arch = "wasm32")]
async fn begin(app: Owner) {
    for provide in CONTEXTS {
        next_task().await;
        app.with(provide);
    }
    next_task().await;
    app.with(|| leptos::mount::mount_to_body(App));
}

#[cfg(target_arch = "wasm32")]
async fn next_task() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}

/// The storefront, in the element `#app` of the document, once its contexts are known.
#[component]
pub fn App() -> impl IntoView {
    let preferences = Preferences::expect();
    effect(move || browser::show_theme(preferences.theme.get().attribute()));
    view! { <Router>{write_frame(preferences)}</Router> }
}

/// What everything below needs.
#[cfg(feature = "ssr")]
pub(crate) fn provide_contexts() {
    CONTEXTS.into_iter().for_each(|provide| provide());
}

/// What everything below needs, in the order in which one needs the other.
const CONTEXTS: [fn(); 3] = [
    || {
        provide_queries();
        Preferences::provide();
        Network::provide();
        SessionState::provide();
        ServerClock::provide();
    },
    || {
        Cart::provide();
        Toasts::provide();
        ListMemory::provide();
        Bundles::provide();
    },
    || {
        prefetch_when_idle();
        prefetch_what_may_be_next();
    },
];

/// Writes bars and page. A change of language writes everything anew; see `i18n`.
fn write_frame(preferences: Preferences) {
    leave_without_focus();
    let mut is_first = true;
    effect(move || {
        let locale = preferences.locale();
        provide_locale(locale);
        browser::show_language(locale.tag());
        let is_there = std::mem::take(&mut is_first) && first_screen::find(locale.tag());
        if let Some(root) = document().get_element_by_id("app") {
            browser::remove("#app-shell");
            frame(locale, show_pages).mount(&root, is_there);
        }
    });
}

#[cfg(target_arch = "wasm32")]
fn show_pages(place: HtmlElement) {
    pages(place, page_of_address());
}

/// A server runs no effects, and writes the page by itself.
#[cfg(not(target_arch = "wasm32"))]
fn show_pages(_: HtmlElement) {}

/// Makes the page for the URL's path, tracked.
pub(crate) fn page_of_address() -> impl Fn() -> AnyView {
    follow_navigation();
    let location = use_location();
    location.pathname.with_untracked(|path| first_screen::leave_unless_at(path));
    let page = memo(move || location.pathname.with(|path| Page::of(path)));
    // After a click on a link the router waits for its `Routes` to say that the
    // page is there before it changes the address bar. Here we say so.
    let browser = use_context::<BrowserUrl>();
    effect(move || {
        let begins_with_tile = location.pathname.with(|path| browser::seen_tile(path).is_some());
        let Some(browser) = browser.clone() else { return };
        if begins_with_tile {
            // The address bar is no part of what was tapped for, and has time.
            browser::after_next_frame(move || browser.ready_to_complete());
        } else {
            browser.ready_to_complete();
        }
    });
    move || view_of(page.get())
}

fn view_of(page: Page) -> AnyView {
    match page {
        #[cfg(debug_assertions)]
        Page::Gallery(family) => {
            view! { <crate::features::gallery::GalleryPage family /> }.into_any()
        }
        page => match page.part() {
            Some(part) => view! { <LaterPage page part /> }.into_any(),
            None => view! { <NotFoundPage /> }.into_any(),
        },
    }
}
