//! An order's statuses, from its facts. Pure, so that no status is ever stored
//! that could contradict another.

use vitrine_contract::orders::{FulfilmentStatus, OrderStatus};
use vitrine_contract::payments::PaymentStatus;
use vitrine_contract::tracking::TrackingStatus;

/// What the rules look at.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Whether it was called off.
    pub cancelled: bool,
    /// Whether the courier takes the money.
    pub cash: bool,
    /// Where the money is.
    pub payment: PaymentStatus,
    /// Pieces ordered.
    pub pieces: u64,
    /// The parcels.
    pub parcels: Vec<Parcel>,
}

/// A parcel, as far as the rules look at it.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// Pieces in it.
    pub pieces: u64,
    /// Whether it was handed to the carrier.
    pub shipped: bool,
    /// Where it is.
    pub status: TrackingStatus,
}

impl Parcel {
    /// Whether it left the warehouse: the warehouse says so, or the carrier
    /// has it, whoever tells first.
    fn has_left(&self) -> bool {
        self.shipped
            || !matches!(self.status, TrackingStatus::Pending | TrackingStatus::InfoReceived)
    }

    fn has_arrived(&self) -> bool {
        self.status == TrackingStatus::Delivered
    }
}

/// How far the goods are.
pub fn fulfilment(standing: &Standing) -> FulfilmentStatus {
    if standing.cancelled {
        return FulfilmentStatus::Canceled;
    }
    let count = |test: fn(&Parcel) -> bool| {
        standing
            .parcels
            .iter()
            .filter(|parcel| test(parcel))
            .map(|parcel| parcel.pieces)
            .sum::<u64>()
    };
    let (packed, left, arrived) =
        (count(|_| true), count(Parcel::has_left), count(Parcel::has_arrived));
    let all = |pieces: u64| pieces > 0 && pieces >= standing.pieces;
    if all(arrived) {
        FulfilmentStatus::Delivered
    } else if arrived > 0 {
        FulfilmentStatus::PartiallyDelivered
    } else if all(left) {
        FulfilmentStatus::Shipped
    } else if left > 0 {
        FulfilmentStatus::PartiallyShipped
    } else if all(packed) {
        FulfilmentStatus::Fulfilled
    } else if packed > 0 {
        FulfilmentStatus::PartiallyFulfilled
    } else {
        FulfilmentStatus::NotFulfilled
    }
}

/// What the order is all about now: the first of called off, arrived, trouble,
/// to be picked up, under way, to be paid, being made ready.
pub fn order(standing: &Standing) -> OrderStatus {
    let any = |test: &dyn Fn(&Parcel) -> bool| standing.parcels.iter().any(test);
    match fulfilment(standing) {
        FulfilmentStatus::Canceled => OrderStatus::Cancelled,
        FulfilmentStatus::Delivered => OrderStatus::Delivered,
        _ if any(&|p| matches!(p.status, TrackingStatus::Exception | TrackingStatus::Expired)) => {
            OrderStatus::Problem
        }
        _ if any(&|p| p.status == TrackingStatus::AvailableForPickup) => {
            OrderStatus::PickupAvailable
        }
        FulfilmentStatus::PartiallyDelivered
        | FulfilmentStatus::Shipped
        | FulfilmentStatus::PartiallyShipped => OrderStatus::InTransit,
        _ if standing.cash => OrderStatus::Processing,
        _ => match standing.payment {
            PaymentStatus::NotPaid
            | PaymentStatus::Awaiting
            | PaymentStatus::Canceled
            | PaymentStatus::PartiallyAuthorized
            | PaymentStatus::RequiresAction => OrderStatus::PaymentDue,
            _ => OrderStatus::Processing,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn standing(parcels: &[(u64, bool, &str)]) -> Standing {
        Standing {
            cancelled: false,
            cash: false,
            payment: PaymentStatus::Authorized,
            pieces: 4,
            parcels: parcels
                .iter()
                .map(|&(pieces, shipped, status)| Parcel { pieces, shipped, status: status.into() })
                .collect(),
        }
    }

    #[test]
    fn fulfilment_counts_pieces() {
        let of = |parcels: &[_]| fulfilment(&standing(parcels)).to_string();
        assert_eq!(of(&[]), "not_fulfilled");
        assert_eq!(of(&[(1, false, "pending")]), "partially_fulfilled");
        assert_eq!(of(&[(1, false, "pending"), (3, false, "pending")]), "fulfilled");
        assert_eq!(of(&[(1, true, "pending"), (3, false, "pending")]), "partially_shipped");
        assert_eq!(of(&[(4, true, "info_received")]), "shipped");
        assert_eq!(of(&[(4, false, "in_transit")]), "shipped");
        assert_eq!(of(&[(1, true, "delivered"), (3, true, "in_transit")]), "partially_delivered");
        assert_eq!(of(&[(4, true, "delivered")]), "delivered");
    }

    #[test]
    fn trouble_is_named_before_progress() {
        let of = |parcels: &[_]| order(&standing(parcels)).to_string();
        assert_eq!(of(&[]), "processing");
        assert_eq!(of(&[(4, true, "pending")]), "in_transit");
        assert_eq!(of(&[(1, true, "exception"), (3, true, "delivered")]), "problem");
        assert_eq!(of(&[(4, true, "available_for_pickup")]), "pickup_available");
        assert_eq!(of(&[(4, true, "attempt_fail")]), "in_transit");
        assert_eq!(of(&[(4, true, "delivered")]), "delivered");
    }

    #[test]
    fn cash_is_not_due_before_the_courier_comes() {
        let unpaid = Standing { payment: PaymentStatus::NotPaid, ..standing(&[]) };
        assert_eq!(order(&unpaid), OrderStatus::PaymentDue);
        assert_eq!(order(&Standing { cash: true, ..unpaid }), OrderStatus::Processing);
    }

    proptest! {
        #[test]
        fn cancelled_wins_over_everything(
            parcels in prop::collection::vec((1u64..5, any::<bool>(), 0usize..9), 0..4),
        ) {
            let parcels: Vec<_> = parcels
                .into_iter()
                .map(|(n, shipped, s)| (n, shipped, TrackingStatus::KNOWN[s]))
                .collect();
            let cancelled = Standing { cancelled: true, ..standing(&parcels) };
            prop_assert_eq!(order(&cancelled), OrderStatus::Cancelled);
        }

        #[test]
        fn a_parcel_getting_further_never_takes_the_order_back(
            parcels in prop::collection::vec((1u64..3, any::<bool>(), 0usize..9), 1..4),
        ) {
            let parcels: Vec<_> = parcels
                .into_iter()
                .map(|(n, shipped, s)| (n, shipped, TrackingStatus::KNOWN[s]))
                .collect();
            let rank = |s: &Standing| {
                FulfilmentStatus::KNOWN.iter().position(|k| *k == fulfilment(s).as_str())
            };
            let before = standing(&parcels);
            let mut after = before.clone();
            after.parcels[0].status = TrackingStatus::Delivered;
            prop_assert!(rank(&after) >= rank(&before));
        }
    }
}
