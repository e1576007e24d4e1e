//! Tells open event streams of this process that something happened to an order.
//!
//! The hub only wakes; what happened is read from the database. So a signal
//! that is lost or comes from another process costs time, never an event.

use tokio::sync::broadcast;

/// Signals that a slow stream may miss before it must look for itself.
const BACKLOG: usize = 256;

/// Wakes streams.
pub struct Hub {
    orders: broadcast::Sender<String>,
}

impl Default for Hub {
    fn default() -> Self {
        Self { orders: broadcast::channel(BACKLOG).0 }
    }
}

impl Hub {
    /// Something happened to the order. To be called after the commit.
    pub fn notify(&self, order: &str) {
        // Nobody listening is no fault.
        let _ = self.orders.send(order.to_owned());
    }

    /// Signals from now on.
    pub fn listen(&self) -> Ear {
        Ear { orders: self.orders.subscribe() }
    }
}

/// Hears the signals.
pub struct Ear {
    orders: broadcast::Receiver<String>,
}

impl Ear {
    /// Returns when something happened to the order, or when signals were missed.
    pub async fn hear(&mut self, order: &str) {
        loop {
            match self.orders.recv().await {
                Ok(id) if id != order => {}
                Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return,
                // The hub lives as long as the state; but never spin.
                Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn hears_its_own_order_only() {
        let hub = Hub::default();
        let mut ear = hub.listen();
        hub.notify("other");
        hub.notify("mine");
        ear.hear("mine").await;
    }

    #[tokio::test]
    async fn a_stream_left_behind_looks_for_itself() {
        let hub = Hub::default();
        let mut ear = hub.listen();
        (0..=BACKLOG).for_each(|_| hub.notify("other"));
        ear.hear("mine").await;
    }
}
