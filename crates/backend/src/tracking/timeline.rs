//! An order's timeline: what happened, and what is still to come.

use vitrine_contract::Timestamp;
use vitrine_contract::tracking::{Step, TimelineStep, TrackingStatus};

use crate::clock;

/// What the rule looks at. Times in Unix milliseconds.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// When the order was placed.
    pub placed_at: i64,
    /// When the money was secured; for cash, when it was placed.
    pub paid_at: Option<i64>,
    /// When it was called off.
    pub cancelled_at: Option<i64>,
    /// Pieces ordered.
    pub pieces: u64,
    /// The parcels.
    pub parcels: Vec<Leg>,
}

/// A parcel's way.
#[derive(Clone, Debug, Default)]
pub struct Leg {
    /// Pieces in it.
    pub pieces: u64,
    /// When it was packed.
    pub packed_at: i64,
    /// When it was handed to the carrier.
    pub shipped_at: Option<i64>,
    /// When it was first told to be later than promised.
    pub delayed_at: Option<i64>,
    /// Whether it still is expected later than promised.
    pub late: bool,
    /// What the carrier saw, with the time, the oldest first.
    pub seen: Vec<(i64, TrackingStatus)>,
}

impl Leg {
    fn last(&self, status: TrackingStatus) -> Option<i64> {
        self.seen.iter().filter(|seen| seen.1 == status).map(|seen| seen.0).max()
    }

    /// When it left: as the warehouse says, or as the carrier first saw it.
    fn left_at(&self) -> Option<i64> {
        self.shipped_at.or_else(|| {
            self.seen
                .iter()
                .filter(|seen| {
                    !matches!(seen.1, TrackingStatus::Pending | TrackingStatus::InfoReceived)
                })
                .map(|seen| seen.0)
                .min()
        })
    }
}

/// The steps that happened, the oldest first, then those to come.
///
/// A milestone that every parcel must reach (packed, shipped, delivered)
/// stands at the time of the last one; what any parcel meets (out for
/// delivery, a failed attempt, a delay) stands where it last happened.
pub fn timeline(course: &Course) -> Vec<TimelineStep> {
    let legs = &course.parcels;
    let complete = legs.iter().map(|leg| leg.pieces).sum::<u64>() >= course.pieces;
    let all = |at: &dyn Fn(&Leg) -> Option<i64>| -> Option<i64> {
        let times = legs.iter().map(at).collect::<Option<Vec<_>>>()?;
        times.into_iter().max().filter(|_| complete)
    };
    let any = |at: &dyn Fn(&Leg) -> Option<i64>| legs.iter().filter_map(at).max();

    let packed = all(&|leg| Some(leg.packed_at));
    let shipped = all(&Leg::left_at);
    let delivered = all(&|leg| leg.last(TrackingStatus::Delivered));
    let out = any(&|leg| leg.last(TrackingStatus::OutForDelivery));
    let pickup = any(&|leg| leg.last(TrackingStatus::AvailableForPickup));
    let delayed = any(&|leg| {
        let arrived = leg.last(TrackingStatus::Delivered).is_some();
        leg.delayed_at.filter(|_| leg.late || arrived)
    });

    let mut happened: Vec<(i64, Step)> = vec![(course.placed_at, Step::Placed)];
    let mut note = |at: Option<i64>, step| happened.extend(at.map(|at| (at, step)));
    note(course.paid_at, Step::Paid);
    note(packed, Step::Packed);
    note(shipped, Step::Shipped);
    note(delayed, Step::Delayed);
    note(any(&|leg| leg.last(TrackingStatus::Exception)), Step::Exception);
    note(any(&|leg| leg.last(TrackingStatus::AttemptFail)), Step::AttemptFail);
    note(out, Step::OutForDelivery);
    note(pickup, Step::PickupAvailable);
    note(delivered, Step::Delivered);
    note(course.cancelled_at, Step::Cancelled);
    // Stable: steps of one moment keep the order in which they stand above.
    happened.sort_by_key(|(at, _)| *at);

    let mut to_come = Vec::new();
    if course.cancelled_at.is_none() && delivered.is_none() {
        let mut expect = |at: Option<i64>, step| to_come.extend(at.is_none().then_some(step));
        expect(course.paid_at, Step::Paid);
        expect(packed, Step::Packed);
        expect(shipped, Step::Shipped);
        if pickup.is_none() {
            expect(out, Step::OutForDelivery);
        }
        to_come.push(Step::Delivered);
    }
    happened
        .into_iter()
        .map(|(at, step)| TimelineStep { step, at: Some(clock::timestamp(at)) })
        .chain(to_come.into_iter().map(|step| TimelineStep { step, at: None::<Timestamp> }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn steps(course: &Course) -> (Vec<String>, Vec<String>) {
        let (done, open): (Vec<_>, Vec<_>) =
            timeline(course).into_iter().partition(|step| step.at.is_some());
        let names = |steps: Vec<TimelineStep>| steps.iter().map(|s| s.step.to_string()).collect();
        (names(done), names(open))
    }

    fn leg(seen: &[(i64, &str)]) -> Leg {
        Leg {
            pieces: 1,
            packed_at: 10,
            shipped_at: Some(20),
            seen: seen.iter().map(|&(at, status)| (at, status.into())).collect(),
            ..Leg::default()
        }
    }

    #[test]
    fn a_fresh_order_has_everything_before_it() {
        let course = Course { placed_at: 1, paid_at: Some(2), pieces: 1, ..Course::default() };
        let (done, open) = steps(&course);
        assert_eq!(done, ["placed", "paid"]);
        assert_eq!(open, ["packed", "shipped", "out_for_delivery", "delivered"]);
    }

    #[test]
    fn a_split_order_is_delivered_with_its_last_parcel() {
        let course = Course {
            placed_at: 1,
            paid_at: Some(2),
            pieces: 2,
            parcels: vec![leg(&[(30, "delivered")]), leg(&[(25, "out_for_delivery")])],
            ..Course::default()
        };
        assert_eq!(steps(&course).1, ["delivered"]);
    }

    #[test]
    fn pickup_replaces_the_courier() {
        let course = Course {
            placed_at: 1,
            paid_at: Some(2),
            pieces: 1,
            parcels: vec![leg(&[(30, "available_for_pickup")])],
            ..Course::default()
        };
        assert_eq!(steps(&course).1, ["delivered"]);
    }

    #[test]
    fn a_delay_that_was_made_good_before_arrival_is_no_longer_told() {
        let late = |late| Course {
            placed_at: 1,
            paid_at: Some(2),
            pieces: 1,
            parcels: vec![Leg { delayed_at: Some(21), late, ..leg(&[(22, "in_transit")]) }],
            ..Course::default()
        };
        assert!(steps(&late(true)).0.contains(&"delayed".to_owned()));
        assert!(!steps(&late(false)).0.contains(&"delayed".to_owned()));
    }

    #[test]
    fn nothing_is_to_come_after_cancelling() {
        let course = Course {
            placed_at: 1,
            paid_at: Some(2),
            cancelled_at: Some(3),
            pieces: 1,
            ..Course::default()
        };
        assert_eq!(
            steps(&course),
            (vec!["placed".into(), "paid".into(), "cancelled".into()], vec![])
        );
    }

    proptest! {
        #[test]
        fn times_ascend_and_what_is_to_come_stands_last(
            seen in prop::collection::vec((20i64..99, 0usize..9), 0..8),
            shipped in prop::option::of(15i64..40),
        ) {
            let mut parcel = leg(&[]);
            parcel.shipped_at = shipped;
            parcel.seen =
                seen.into_iter().map(|(at, s)| (at, TrackingStatus::KNOWN[s].into())).collect();
            let course = Course { placed_at: 1, pieces: 1, parcels: vec![parcel], ..Course::default() };
            let steps = timeline(&course);
            let first_open = steps.iter().position(|s| s.at.is_none()).unwrap_or(steps.len());
            prop_assert!(steps[first_open..].iter().all(|s| s.at.is_none()));
            let time = |s: &TimelineStep| s.at.as_ref().and_then(|at| clock::millis(at.as_str()));
            let times: Vec<_> = steps[..first_open].iter().map(time).collect();
            prop_assert!(times.is_sorted());
            let mut kinds: Vec<_> = steps.iter().map(|s| s.step.to_string()).collect();
            kinds.sort();
            let count = kinds.len();
            kinds.dedup();
            prop_assert_eq!(kinds.len(), count);
        }
    }
}
