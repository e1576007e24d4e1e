use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::SecondBundle;
use crate::browser;
use crate::routes::Page;

/// The page's pictures go first.
const PICTURES_FIRST: Duration = Duration::from_secs(2);

/// Loads the bundle when the page's pictures are there and the browser is idle.
pub(super) fn soon(bundle: SecondBundle) {
    browser::after_load(move || {
        set_timeout(move || browser::when_idle(move || bundle.load()), PICTURES_FIRST);
    });
}

/// Loads the second bundle before it is needed: when the browser has nothing
/// else to do, and earlier when somebody reaches for a link that leads there.
pub fn prefetch_when_idle() {
    let bundle = SecondBundle::expect();
    Effect::new(move |_| {
        if !browser::saves_data() {
            soon(bundle);
        }
        let reach = move |event: &web_sys::Event| {
            if browser::link_under(event).is_some_and(|path| !Page::of(&path).is_in_window()) {
                bundle.load();
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
