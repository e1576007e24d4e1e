//! When an order placed now would arrive.

use vitrine_contract::products::DeliveryPromise;

use super::entity::product;
use crate::clock::{DAY, timestamp};

const HOUR: i64 = DAY / 24;
/// China has one time zone, and parcels travel by its days.
const ZONE: i64 = 8 * HOUR;
/// Orders after five in the afternoon are packed the next day.
const CUT_OFF: i64 = 17 * HOUR;
/// Couriers are out from nine to eight.
const FIRST: i64 = 9 * HOUR;
const LAST: i64 = 20 * HOUR;

/// Arrival between two instants, unix milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// At the earliest.
    pub from: i64,
    /// At the latest.
    pub until: i64,
}

impl Arrival {
    /// Of this product, ordered at `now`.
    pub fn of(product: &product::Model, now: i64) -> Self {
        let (min, max) = (product.delivery_days_min, product.delivery_days_max);
        Self::after(now, product.ships_in_days, min, max)
    }

    /// After so many days in the warehouse and on the way.
    pub fn after(now: i64, ships_in: i32, days_min: i32, days_max: i32) -> Self {
        let local = now + ZONE;
        let late = i64::from(local.rem_euclid(DAY) >= CUT_OFF);
        let leaves = local.div_euclid(DAY) + late + i64::from(ships_in);
        let at = |days: i32, hour: i64| (leaves + i64::from(days)) * DAY + hour - ZONE;
        Self { from: at(days_min, FIRST), until: at(days_max, LAST) }
    }

    /// Both together: the slower counts.
    pub fn and(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), until: self.until.max(other.until) }
    }

    /// As the contract knows it.
    pub fn to_contract(self) -> DeliveryPromise {
        DeliveryPromise { from: timestamp(self.from), until: timestamp(self.until) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::millis;

    fn arrival(now: &str) -> (String, String) {
        let promise = Arrival::after(millis(now).unwrap(), 1, 2, 4).to_contract();
        (promise.from.0, promise.until.0)
    }

    #[test]
    fn an_order_in_the_evening_counts_from_the_next_day() {
        // 16:59 and 17:00 in Shanghai.
        let (from, until) = arrival("2026-11-21T08:59:00Z");
        assert_eq!(
            (from.as_str(), until.as_str()),
            ("2026-11-24T01:00:00Z", "2026-11-26T12:00:00Z")
        );
        assert_eq!(arrival("2026-11-21T09:00:00Z").0, "2026-11-25T01:00:00Z");
    }
}
