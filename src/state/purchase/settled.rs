//! What became of a purchase.

use serde::{Deserialize, Serialize};
use vitrine_contract::orders::OrderPlaced;
use vitrine_contract::{Money, OrderId, Timestamp};

use super::Intent;

/// A purchase that became an order; kept so that every tab, and the page after
/// a reload, shows it and can undo it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The intent's key.
    pub key: String,
    /// The intent's place.
    pub place: String,
    /// The order.
    pub order: OrderId,
    /// Its number for people.
    pub number: String,
    /// The guest's key.
    pub guest_key: Option<String>,
    /// What it costs.
    pub total: Money,
    /// Until when it can be undone, by the server's clock.
    pub undo_until: Option<Timestamp>,
    /// How far undoing it is.
    pub undo: Undo,
    /// When, in seconds since 1970 by this device's clock.
    pub at: u64,
    /// Whether the shopper was led to the order.
    #[serde(default)]
    pub seen: bool,
}

/// How far undoing an order is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Undo {
    /// Nobody asked.
    No,
    /// It was asked for, with this key; the answer is not here yet.
    Asked {
        /// The idempotency key.
        key: String,
    },
    /// The order is undone.
    Done,
    /// It can't be undone (any more).
    TooLate,
}

/// The most of them that are kept.
const MOST: usize = 12;
/// How long they are kept, in seconds.
const KEPT: u64 = 24 * 3_600;

impl Settled {
    pub(super) fn new(intent: &Intent, placed: &OrderPlaced, now: u64) -> Self {
        Self {
            key: intent.key.clone(),
            place: intent.place.clone(),
            order: placed.order.id.clone(),
            number: placed.order.number.clone(),
            guest_key: placed.guest_key.clone(),
            total: placed.order.quote.total,
            undo_until: placed.order.undo_until.clone(),
            undo: Undo::No,
            at: now,
            seen: false,
        }
    }
}

/// Puts the newest in front, drops the old ones and its place's former one.
pub(super) fn remember(all: &mut Vec<Settled>, new: Settled) {
    all.retain(|s| s.place != new.place && new.at.saturating_sub(s.at) < KEPT);
    all.insert(0, new);
    all.truncate(MOST);
}

#[cfg(test)]
mod tests {
    use vitrine_contract::Currency;

    use super::*;

    fn settled(place: &str, at: u64) -> Settled {
        Settled {
            key: format!("{place}{at}"),
            place: place.into(),
            order: "o".into(),
            number: "1".into(),
            guest_key: None,
            total: Money::zero(Currency::CNY),
            undo_until: None,
            undo: Undo::No,
            at,
            seen: false,
        }
    }

    #[test]
    fn a_place_shows_its_latest_order_and_old_ones_go() {
        let mut all = Vec::new();
        for (place, at) in [("a", 10), ("b", 20), ("a", 30)] {
            remember(&mut all, settled(place, at));
        }
        let keys: Vec<_> = all.iter().map(|s| s.key.as_str()).collect();
        assert_eq!(keys, ["a30", "b20"]);
        remember(&mut all, settled("c", 2 * KEPT));
        assert_eq!(all.len(), 1);
    }
}
