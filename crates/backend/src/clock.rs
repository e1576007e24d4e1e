//! Time: in the database as unix milliseconds, on the wire as RFC 3339.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp as Instant;
use vitrine_contract::Timestamp;

/// A second in milliseconds.
pub const SECOND: i64 = 1_000;
/// A day in milliseconds.
pub const DAY: i64 = 86_400 * SECOND;

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Unix milliseconds.
    fn now(&self) -> i64;
}

/// The system's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> i64 {
        Instant::now().as_millisecond()
    }
}

/// A clock that stands still until it is moved, for tests.
pub struct TestClock(AtomicI64);

impl TestClock {
    /// Stands at `millis`.
    pub fn at(millis: i64) -> Self {
        Self(AtomicI64::new(millis))
    }

    /// Moves on by `millis`.
    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Unix milliseconds as they go over the wire, to the millisecond where there is one.
pub fn timestamp(millis: i64) -> Timestamp {
    let instant = Instant::from_millisecond(millis).unwrap_or(Instant::UNIX_EPOCH);
    Timestamp(instant.to_string())
}

/// Unix milliseconds of an RFC 3339 text; `None` when it isn't one.
pub fn millis(text: &str) -> Option<i64> {
    text.parse::<Instant>().ok().map(Instant::as_millisecond)
}

/// A new id: UUIDv7 as text, so that ids ascend with time.
pub fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_survive_the_wire() {
        let at = millis("2026-11-21T08:30:00Z").unwrap();
        assert_eq!(timestamp(at).as_str(), "2026-11-21T08:30:00Z");
        assert_eq!(millis("2026-11-21T16:30:00.250+08:00"), Some(at + 250));
        assert_eq!(millis("yesterday"), None);
    }
}
