use serde::{Deserialize, Serialize};
use vitrine_contract::{OrderId, Timestamp};

use super::Stored;

/// An order placed without signing in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestOrder {
    /// The order.
    pub id: OrderId,
    /// The key that opens it.
    pub key: String,
    /// Short number for people.
    pub number: String,
    /// When it was placed.
    pub placed_at: Timestamp,
}

/// Guest orders placed on this device, the newest first, so that a shopper
/// who has lost the link still finds them. Not a context: the few pages that
/// need it open it themselves.
#[derive(Clone, Copy)]
pub struct GuestOrders {
    orders: Stored<Vec<GuestOrder>>,
}

/// Orders remembered; the oldest makes room.
const MOST: usize = 50;

impl GuestOrders {
    /// What this device remembers. Create it in a component.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self { orders: Stored::new("vitrine.orders.guest", Vec::new()) }
    }

    /// The orders, tracked, the newest first.
    pub fn all(&self) -> Vec<GuestOrder> {
        self.orders.get()
    }

    /// The key of an order, tracked, if this device placed it.
    pub fn key_of(&self, id: &OrderId) -> Option<String> {
        self.orders.with(|orders| orders.iter().find(|o| o.id == *id).map(|o| o.key.clone()))
    }

    /// Remembers an order.
    pub fn remember(&self, order: GuestOrder) {
        self.orders.update(|orders| remember(orders, order));
    }
}

fn remember(orders: &mut Vec<GuestOrder>, order: GuestOrder) {
    orders.retain(|o| o.id != order.id);
    orders.insert(0, order);
    orders.truncate(MOST);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(id: usize) -> GuestOrder {
        GuestOrder {
            id: id.to_string().into(),
            key: "key".into(),
            number: id.to_string(),
            placed_at: "2026-11-21T08:31:00Z".into(),
        }
    }

    #[test]
    fn an_order_is_remembered_once_and_the_newest_is_first() {
        let mut orders = Vec::new();
        for id in [1, 2, 1] {
            remember(&mut orders, order(id));
        }
        assert_eq!(orders, [order(1), order(2)]);
        for id in 0..2 * MOST {
            remember(&mut orders, order(id));
        }
        assert_eq!(orders.len(), MOST);
    }
}
