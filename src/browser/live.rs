/// Whether events are arriving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LiveState {
    /// Not yet.
    #[default]
    Connecting,
    /// Yes.
    Live,
    /// The connection was lost and comes back by itself.
    Reconnecting,
}

/// What becomes of a stream of server-sent events.
pub struct Listener {
    /// Name of the events.
    pub event: &'static str,
    /// The last event that is known already; 0 for none.
    pub last: u64,
    /// Where they come from, after the event given.
    pub url: Box<dyn Fn(u64) -> String>,
    /// The id and the data of each.
    pub on_event: Box<dyn Fn(u64, String)>,
    /// Changes of the connection.
    pub on_state: Box<dyn Fn(LiveState)>,
}

/// Follows a stream until the current owner is gone.
///
/// The browser reconnects after a lost connection, and sends `Last-Event-ID`.
/// It gives up when the server answers with an error; then this tries again
/// with back-off. While the page is hidden nothing is held open, since a
/// browser grants a host six connections over HTTP/1.1, for all tabs together.
pub fn follow_events(listener: Listener) {
    #[cfg(target_arch = "wasm32")]
    stream::follow(listener);
    #[cfg(not(target_arch = "wasm32"))]
    drop(listener);
}

/// Milliseconds before another try after `failures` in a row: doubling from
/// one second, at most half a minute.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
fn back_off(failures: u32) -> u64 {
    (1_000 << failures.min(5)).min(30_000)
}

#[cfg(target_arch = "wasm32")]
mod stream {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use std::time::Duration;

    use leptos::ev::{self, Custom};
    use leptos::leptos_dom::helpers::TimeoutHandle;
    use leptos::prelude::*;
    use send_wrapper::SendWrapper;
    use wasm_bindgen::prelude::*;
    use web_sys::{EventSource, MessageEvent};

    use super::{Listener, LiveState, back_off};

    struct Stream {
        listener: Listener,
        last: Cell<u64>,
        failures: Cell<u32>,
        open: RefCell<Option<Connection>>,
        timer: Cell<Option<TimeoutHandle>>,
    }

    /// The closures live as long as the source that calls them.
    struct Connection {
        source: EventSource,
        _opened: Closure<dyn Fn()>,
        _failed: Closure<dyn Fn()>,
        _heard: Closure<dyn Fn(MessageEvent)>,
    }

    impl Drop for Connection {
        fn drop(&mut self) {
            self.source.set_onopen(None);
            self.source.set_onerror(None);
            self.source.close();
        }
    }

    pub(super) fn follow(listener: Listener) {
        let stream = Rc::new(Stream {
            last: Cell::new(listener.last),
            listener,
            failures: Cell::new(0),
            open: RefCell::default(),
            timer: Cell::default(),
        });
        stream.connect();
        let on_page = stream.clone();
        let page =
            window_event_listener(Custom::<web_sys::Event>::new("visibilitychange"), move |_| {
                if document().hidden() {
                    on_page.disconnect();
                } else {
                    on_page.wake();
                }
            });
        let on_network = stream.clone();
        let network = window_event_listener(ev::online, move |_| on_network.wake());
        let stream = SendWrapper::new(stream);
        on_cleanup(move || {
            page.remove();
            network.remove();
            stream.disconnect();
        });
    }

    impl Stream {
        fn connect(self: &Rc<Self>) {
            self.disconnect();
            let Ok(source) = EventSource::new(&(self.listener.url)(self.last.get())) else {
                return self.later();
            };
            let stream = Rc::downgrade(self);
            let opened = Closure::<dyn Fn()>::new(move || {
                if let Some(stream) = stream.upgrade() {
                    stream.failures.set(0);
                    (stream.listener.on_state)(LiveState::Live);
                }
            });
            let stream = Rc::downgrade(self);
            let failed = Closure::<dyn Fn()>::new(move || {
                if let Some(stream) = stream.upgrade() {
                    stream.failed();
                }
            });
            let stream = Rc::downgrade(self);
            let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(stream) = stream.upgrade() {
                    stream.heard(&event);
                }
            });
            source.set_onopen(Some(opened.as_ref().unchecked_ref()));
            source.set_onerror(Some(failed.as_ref().unchecked_ref()));
            let listened = source.add_event_listener_with_callback(
                self.listener.event,
                heard.as_ref().unchecked_ref(),
            );
            if listened.is_ok() {
                let open = Connection { source, _opened: opened, _failed: failed, _heard: heard };
                self.open.replace(Some(open));
            }
        }

        fn heard(&self, event: &MessageEvent) {
            let Ok(id) = event.last_event_id().parse() else { return };
            self.last.set(id);
            if let Some(data) = event.data().as_string() {
                (self.listener.on_event)(id, data);
            }
        }

        fn failed(self: &Rc<Self>) {
            (self.listener.on_state)(LiveState::Reconnecting);
            let gave_up = self
                .open
                .borrow()
                .as_ref()
                .is_some_and(|open| open.source.ready_state() == EventSource::CLOSED);
            if gave_up {
                self.later();
            }
        }

        fn later(self: &Rc<Self>) {
            let wait = Duration::from_millis(back_off(self.failures.get()));
            self.failures.set(self.failures.get().saturating_add(1));
            let stream = Rc::downgrade(self);
            let again = move || {
                if let Some(stream) = stream.upgrade() {
                    stream.connect();
                }
            };
            self.timer.set(set_timeout_with_handle(again, wait).ok());
        }

        /// Connects at once if nothing is open: the page is looked at again,
        /// or the network is back.
        fn wake(self: &Rc<Self>) {
            let alive = self
                .open
                .borrow()
                .as_ref()
                .is_some_and(|open| open.source.ready_state() != EventSource::CLOSED);
            if !alive {
                self.failures.set(0);
                self.connect();
            }
        }

        fn disconnect(&self) {
            if let Some(timer) = self.timer.take() {
                timer.clear();
            }
            self.open.take();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_half_a_minute() {
        let waits: Vec<_> = (0..8).map(back_off).collect();
        assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    }
}
