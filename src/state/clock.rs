use leptos::prelude::*;
use vitrine_contract::Timestamp;

use super::{SessionState, SessionStatus};
use crate::reactive::effect;

/// The server's clock, for countdowns: a device's own may be minutes off.
#[derive(Clone, Copy)]
pub struct ServerClock {
    /// Server minus device, in milliseconds.
    offset: StoredValue<f64>,
}

impl ServerClock {
    /// Makes it known to everything below. Each answer about the session sets it.
    pub fn provide() {
        let clock = Self { offset: StoredValue::new(0.0) };
        let session = SessionState::expect();
        provide_context(clock);
        effect(move || {
            if let SessionStatus::Ready(session) = session.status() {
                clock.set_by(&session.now);
            }
        });
    }

    /// The clock of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    fn set_by(&self, now: &Timestamp) {
        if let Some(server) = milliseconds(now.as_str()) {
            self.offset.set_value(server - device_now());
        }
    }

    /// Whole seconds left until `end`; 0 when it has passed or can't be read.
    /// For effects and handlers.
    pub fn seconds_until(&self, end: &Timestamp) -> u32 {
        let now = device_now() + self.offset.try_get_value().unwrap_or_default();
        let left = milliseconds(end.as_str()).map_or(0.0, |end| (end - now) / 1_000.0);
        // `as` saturates, and a countdown longer than a day is none.
        left.clamp(0.0, 86_400.0) as u32
    }
}

/// Milliseconds since 1970 by this device. For effects and handlers.
#[cfg(target_arch = "wasm32")]
pub(super) fn device_now() -> f64 {
    js_sys::Date::now()
}

#[cfg(target_arch = "wasm32")]
fn milliseconds(time: &str) -> Option<f64> {
    let time = js_sys::Date::parse(time);
    (!time.is_nan()).then_some(time)
}

// A server renders no countdown.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn device_now() -> f64 {
    0.0
}

#[cfg(not(target_arch = "wasm32"))]
fn milliseconds(_: &str) -> Option<f64> {
    None
}

/// Seconds since 1970 by this device. For effects and handlers.
pub fn device_seconds() -> u64 {
    (device_now() / 1_000.0) as u64
}
