//! Fetches what a shopper reaches for or looks at, before they go there.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::bundles::{Bundles, soon};
use super::in_turn::in_turn;
use super::list::ListQuery;
use crate::api;
use crate::browser::{self, Reached};
use crate::i18n::Locale;
use crate::reactive::effect;
use crate::routes::{Page, Part};
use crate::state::{Preferences, Queries, use_queries};

/// A tile that stands still this long is looked at.
const LOOK: Duration = Duration::from_millis(600);
/// Products that are fetched at one look.
const AT_ONE_LOOK: usize = 6;
/// Links to look for.
const TILES: &str = ".product-tile__link";

/// Follows pointer, finger, focus and scroll. A link that is reached for has its
/// bundle loaded and its data fetched; a button may need the till; tiles in sight
/// have their products fetched, one screen at a time. Whoever saves data gets
/// bundles only.
pub fn prefetch_what_may_be_next() {
    let (bundles, queries) = (Bundles::expect(), use_queries());
    let preferences = Preferences::expect();
    effect(move || {
        let reach = move |event: &web_sys::Event| match browser::reached(event) {
            Some(Reached::Link(href)) => {
                browser::load_waiting_style();
                if let Some(part) = Page::of(path(&href)).part() {
                    bundles.load(part);
                }
                fetch(queries, preferences, &href);
            }
            Some(Reached::Button) => bundles.load(Part::Till),
            None => {}
        };
        let listeners = [
            window_event_listener(ev::pointerover, move |event| reach(&event)),
            window_event_listener(ev::touchstart, move |event| reach(&event)),
            window_event_listener(ev::focusin, move |event| reach(&event)),
        ];
        let looking = StoredValue::new(None::<TimeoutHandle>);
        let look = move || {
            if let Some(timer) = looking.get_value() {
                timer.clear();
            }
            let fetch = move || {
                for href in browser::in_sight(TILES, AT_ONE_LOOK) {
                    in_turn(move || fetch(queries, preferences, &href));
                }
            };
            looking
                .set_value(set_timeout_with_handle(move || browser::when_idle(fetch), LOOK).ok());
        };
        soon(look);
        let scrolled = window_event_listener(ev::scroll, move |_| look());
        on_cleanup(move || {
            listeners.into_iter().chain([scrolled]).for_each(WindowListenerHandle::remove);
        });
    });
}

fn fetch(queries: Queries, preferences: Preferences, href: &str) {
    if !browser::saves_data()
        && let Some(read) = first_read(untrack(|| preferences.locale()), href)
    {
        queries.prefetch(read);
    }
}

fn path(href: &str) -> &str {
    href.split(['?', '#']).next().unwrap_or_default()
}

/// What the page at an address of the shop reads first. `None` for what is personal,
/// and for lists that are sorted, filtered or searched for.
pub fn first_read(l: Locale, href: &str) -> Option<String> {
    let is_plain = !href.contains('?');
    let list =
        |category| api::catalog::products(l, &ListQuery::all_of(category).pairs(), None).path;
    match Page::of(path(href)) {
        Page::Home => Some(api::catalog::home(l).path),
        Page::Category(slug) if is_plain => Some(list(Some(slug))),
        Page::Search if is_plain => Some(list(None)),
        Page::Product(slug) => Some(api::products::product(l, &slug).path),
        _ => None,
    }
}
