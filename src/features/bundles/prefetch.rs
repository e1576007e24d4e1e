use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::Bundles;
use crate::browser::{self, Reached};
use crate::routes::{Page, Part};

/// The page's pictures go first.
const PICTURES_FIRST: Duration = Duration::from_secs(2);

/// Does it when the page's pictures are there and the browser is idle.
fn soon(work: impl Fn() + Clone + Send + Sync + 'static) {
    browser::after_load(move || {
        let work = work.clone();
        set_timeout(move || browser::when_idle(work.clone()), PICTURES_FIRST);
    });
}

/// Loads the till when the page's pictures are there and the browser is idle.
pub(super) fn till_soon(bundles: Bundles) {
    soon(move || bundles.load(Part::Till));
}

/// Fetches the till's files before they are needed, when the browser has nothing
/// else to do, without running any of them; and loads a bundle as soon as somebody
/// reaches for a link that leads into it, or for a button, which may need the till.
pub fn prefetch_when_idle() {
    let bundles = Bundles::expect();
    Effect::new(move |_| {
        if !browser::saves_data() {
            soon(browser::prefetch_later_files);
        }
        let reach = move |event: &web_sys::Event| {
            let part = match browser::reached(event) {
                Some(Reached::Link(path)) => Page::of(&path).part(),
                Some(Reached::Button) => Some(Part::Till),
                None => None,
            };
            if let Some(part) = part {
                bundles.load(part);
            }
        };
        let listeners = [
            window_event_listener(ev::pointerover, move |event| reach(&event)),
            window_event_listener(ev::touchstart, move |event| reach(&event)),
            window_event_listener(ev::focusin, move |event| reach(&event)),
        ];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    });
}

/// Runs `work` as soon as there is a bundle, whoever has loaded it.
pub fn when_any_bundle_is_here(work: Box<dyn FnOnce()>) {
    let bundles = Bundles::expect();
    let mut work = Some(work);
    Effect::new(move |_| {
        if bundles.any().is_some()
            && let Some(work) = work.take()
        {
            untrack(work);
        }
    });
}
