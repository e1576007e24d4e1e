//! Where the money is, after what a provider told. Events may come late, twice
//! or in any order; the money never goes back to an earlier state.

use vitrine_contract::payments::PaymentStatus;
use vitrine_contract::webhooks::PaymentEventKind;

/// A payment's amounts and status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funds {
    /// Where the money is.
    pub status: PaymentStatus,
    /// How much was agreed.
    pub amount: i64,
    /// Taken so far.
    pub captured: i64,
    /// Given back so far.
    pub refunded: i64,
}

/// How far a status is on the money's way; it never goes back.
fn rank(status: &PaymentStatus) -> u8 {
    match status {
        PaymentStatus::NotPaid => 0,
        PaymentStatus::Awaiting | PaymentStatus::RequiresAction => 1,
        PaymentStatus::PartiallyAuthorized => 2,
        PaymentStatus::Authorized => 3,
        PaymentStatus::PartiallyCaptured => 4,
        PaymentStatus::Captured => 5,
        PaymentStatus::PartiallyRefunded => 6,
        PaymentStatus::Refunded => 7,
        PaymentStatus::Canceled => 8,
        PaymentStatus::Other(_) => 0,
    }
}

/// The funds after the event, or `None` when it changes nothing. Amounts are
/// totals: captured 30 after captured 20 means 30 in all.
pub fn apply(funds: &Funds, kind: &PaymentEventKind, amount: i64) -> Option<Funds> {
    let mut after = funds.clone();
    after.status = match kind {
        PaymentEventKind::Authorized if amount >= funds.amount => PaymentStatus::Authorized,
        PaymentEventKind::Authorized => PaymentStatus::PartiallyAuthorized,
        PaymentEventKind::Captured => {
            after.captured = funds.captured.max(amount.min(funds.amount));
            if after.captured >= funds.amount {
                PaymentStatus::Captured
            } else {
                PaymentStatus::PartiallyCaptured
            }
        }
        PaymentEventKind::Refunded => {
            after.refunded = funds.refunded.max(amount.min(funds.amount));
            if after.refunded >= funds.amount {
                PaymentStatus::Refunded
            } else {
                PaymentStatus::PartiallyRefunded
            }
        }
        // What was taken already can only be refunded.
        PaymentEventKind::Voided | PaymentEventKind::Failed if funds.captured == 0 => {
            PaymentStatus::Canceled
        }
        _ => return None,
    };
    if rank(&after.status) < rank(&funds.status) {
        after.status = funds.status.clone();
    }
    (after != *funds).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn funds(status: PaymentStatus) -> Funds {
        Funds { status, amount: 100, captured: 0, refunded: 0 }
    }

    #[test]
    fn captured_in_parts_and_refunded() {
        let held = funds(PaymentStatus::Authorized);
        let part = apply(&held, &PaymentEventKind::Captured, 40).unwrap();
        assert_eq!(part.status, PaymentStatus::PartiallyCaptured);
        let taken = apply(&part, &PaymentEventKind::Captured, 100).unwrap();
        assert_eq!(taken.status, PaymentStatus::Captured);
        assert_eq!(apply(&taken, &PaymentEventKind::Authorized, 100), None);
        assert_eq!(apply(&taken, &PaymentEventKind::Voided, 100), None);
        let back = apply(&taken, &PaymentEventKind::Refunded, 100).unwrap();
        assert_eq!(back.status, PaymentStatus::Refunded);
    }

    #[test]
    fn an_unknown_event_changes_nothing() {
        let held = funds(PaymentStatus::Authorized);
        assert_eq!(apply(&held, &PaymentEventKind::from("disputed"), 100), None);
    }

    proptest! {
        #[test]
        fn the_money_never_goes_back(
            events in prop::collection::vec((0usize..PaymentEventKind::KNOWN.len(), 0i64..200), 0..10),
        ) {
            let mut now = funds(PaymentStatus::Awaiting);
            for (kind, amount) in events {
                let kind = PaymentEventKind::from(PaymentEventKind::KNOWN[kind]);
                if let Some(after) = apply(&now, &kind, amount) {
                    prop_assert!(rank(&after.status) >= rank(&now.status));
                    prop_assert!(after.captured >= now.captured && after.captured <= after.amount);
                    prop_assert!(after.refunded >= now.refunded && after.refunded <= after.amount);
                    // Telling it again changes nothing.
                    prop_assert_eq!(apply(&after, &kind, amount), None);
                    now = after;
                }
            }
        }
    }
}
