use leptos::prelude::*;

use crate::reactive::effect;

/// Whether the browser has a network.
#[derive(Clone, Copy)]
pub struct Network {
    online: RwSignal<bool>,
}

impl Network {
    /// Makes it known to everything below and follows the browser's events.
    pub fn provide() -> Self {
        let online = RwSignal::new(true);
        let network = Self { online };
        provide_context(network);
        effect(move || {
            use leptos::ev;
            online.set(window().navigator().on_line());
            let went_on = window_event_listener(ev::online, move |_| online.set(true));
            let went_off = window_event_listener(ev::offline, move |_| online.set(false));
            on_cleanup(move || {
                went_on.remove();
                went_off.remove();
            });
        });
        network
    }

    /// The network of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Whether there is one, tracked.
    pub fn is_online(&self) -> bool {
        self.online.get()
    }
}
