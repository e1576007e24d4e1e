//! Where a parcel is, from what its carrier told.

use vitrine_contract::tracking::TrackingStatus;

/// What the rule looks at in a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// When the carrier saw it, in Unix milliseconds.
    pub at: i64,
    /// Normalised status.
    pub status: TrackingStatus,
    /// More exactly; may be empty.
    pub substatus: String,
}

/// Stages that a parcel does not leave backwards. Within a stage the latest
/// checkpoint counts: a parcel may well go out for delivery, fail, and travel on.
fn stage(status: &TrackingStatus) -> u8 {
    match status {
        TrackingStatus::Pending => 0,
        TrackingStatus::InfoReceived => 1,
        TrackingStatus::Delivered => 3,
        _ => 2,
    }
}

/// The parcel's status and sub-status: the latest checkpoint of the furthest
/// stage, in whatever order the checkpoints were told. Among checkpoints of
/// the same time, the one further along the slice counts.
pub fn settle<'a>(seen: impl IntoIterator<Item = &'a Seen>) -> (TrackingStatus, String) {
    seen.into_iter().max_by_key(|seen| (stage(&seen.status), seen.at)).map_or_else(
        || (TrackingStatus::Pending, String::new()),
        |seen| (seen.status.clone(), seen.substatus.clone()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seen(at: i64, status: &str) -> Seen {
        Seen { at, status: status.into(), substatus: format!("{status}-{at}") }
    }

    #[test]
    fn nothing_told_is_pending() {
        assert_eq!(settle(&[]).0, TrackingStatus::Pending);
    }

    #[test]
    fn a_failed_attempt_may_be_followed_by_another_day_on_the_road() {
        let told = [seen(1, "out_for_delivery"), seen(2, "attempt_fail"), seen(3, "in_transit")];
        assert_eq!(settle(&told).0, TrackingStatus::InTransit);
    }

    #[test]
    fn a_late_announcement_does_not_bring_a_parcel_back() {
        let told = [seen(5, "in_transit"), seen(9, "info_received")];
        assert_eq!(settle(&told).0, TrackingStatus::InTransit);
    }

    proptest! {
        #[test]
        fn the_order_of_telling_does_not_matter(
            told in prop::collection::vec((0i64..1000, 0usize..TrackingStatus::KNOWN.len()), 1..12)
                .prop_map(|told| {
                    let mut told: Vec<_> = told
                        .into_iter()
                        .map(|(at, status)| seen(at, TrackingStatus::KNOWN[status]))
                        .collect();
                    told.sort_by_key(|seen| seen.at);
                    told.dedup_by_key(|seen| seen.at);
                    told
                })
                .prop_flat_map(|told| (Just(told.clone()), Just(told).prop_shuffle())),
        ) {
            prop_assert_eq!(settle(&told.0), settle(&told.1));
        }

        #[test]
        fn delivered_stays_delivered(
            told in prop::collection::vec((0i64..1000, 0usize..TrackingStatus::KNOWN.len()), 0..12),
            at in 0i64..1000,
        ) {
            let mut told: Vec<_> = told
                .into_iter()
                .map(|(at, status)| seen(at, TrackingStatus::KNOWN[status]))
                .collect();
            told.insert(told.len() / 2, seen(at, "delivered"));
            prop_assert_eq!(settle(&told).0, TrackingStatus::Delivered);
        }
    }
}
