//! What a purchase is while its outcome is not known, as plain rules.

use serde::{Deserialize, Serialize};
use vitrine_contract::cart::LineRequest;
use vitrine_contract::{ProblemCode, ShopperId, VariantId};

use crate::api::ApiError;

/// The place of what is bought at the checkout.
pub const CHECKOUT: &str = "checkout";

/// The place of what is bought by one click.
pub fn one_click_place(variant: &VariantId) -> String {
    format!("one_click:{variant}")
}

/// A purchase that a shopper asked for, stored before it is sent. It lives
/// until its answer is known, and is always sent with the same key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// The idempotency key.
    pub key: String,
    /// Where it was asked for; a place has one intent at a time.
    pub place: String,
    /// What was asked for: a `PlaceOrder` in JSON. The same key always goes with
    /// the same bytes, also from the page of a later release.
    pub body: String,
    /// Who asked. Keys belong to a shopper: sent by anybody else, the same key
    /// would buy again.
    pub shopper: Option<ShopperId>,
    /// Lines that leave the cart once it is bought.
    pub cart_lines: Vec<LineRequest>,
    /// When, in seconds since 1970 by this device's clock.
    pub begun: u64,
}

/// The backend keeps keys for 24 h at least. Well before that an intent is
/// given up, since sending it later might buy again.
const GIVEN_UP_AFTER: u64 = 20 * 3_600;

/// Waits before asking again, in milliseconds; after the last one the shopper
/// or the network has to speak first.
const BACK_OFF: [u32; 8] = [400, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];

/// What follows from an answer that is not an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing was bought, for certain: the intent is over.
    Refused,
    /// Nobody knows; ask again with the same key after this many milliseconds.
    Again(u32),
    /// Nobody knows, and asking again just now won't help.
    Stop,
    /// Nobody knows, and only the shopper who asked may learn it.
    SignIn,
}

impl Intent {
    /// Whether it is too old to be sent.
    pub fn is_expired(&self, now: u64) -> bool {
        now.saturating_sub(self.begun) > GIVEN_UP_AFTER
    }

    /// What to do after `error`. `attempt` counts from 0; `fresh` tells that
    /// the first of them was the very first of this intent, so that nothing
    /// can have come of an earlier one.
    pub fn next(&self, error: &ApiError, attempt: usize, fresh: bool) -> Next {
        let unknown = BACK_OFF.get(attempt).map_or(Next::Stop, |wait| Next::Again(*wait));
        let ApiError::Problem(problem) = error else { return unknown };
        let alone = fresh && attempt == 0;
        match problem.code {
            // The contract's promise: nothing was taken.
            ProblemCode::PaymentUnavailable => Next::Refused,
            ProblemCode::RequestInProgress => unknown,
            // These say nothing about an earlier attempt.
            ProblemCode::SignInRequired if !alone => Next::SignIn,
            ProblemCode::TooManyRequests if !alone => unknown,
            _ if problem.status >= 500 => unknown,
            _ => Next::Refused,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use vitrine_contract::Problem;

    use super::*;

    pub(crate) fn intent() -> Intent {
        Intent {
            key: "k".into(),
            place: CHECKOUT.into(),
            body: r#"{"channel":"checkout"}"#.into(),
            shopper: None,
            cart_lines: vec![LineRequest { variant: "v".into(), quantity: 2 }],
            begun: 1_000,
        }
    }

    fn problem(code: ProblemCode) -> ApiError {
        ApiError::Problem(Box::new(Problem {
            kind: String::new(),
            title: String::new(),
            status: code.status(),
            detail: String::new(),
            code,
            fields: Vec::new(),
        }))
    }

    #[test]
    fn a_lost_or_unreadable_answer_is_asked_for_again_with_patience_that_ends() {
        let lost = [
            ApiError::Network,
            ApiError::Undecodable { status: 200 },
            ApiError::Undecodable { status: 404 },
            problem(ProblemCode::RequestInProgress),
            problem(ProblemCode::Internal),
            problem(ProblemCode::Unavailable),
            problem(ProblemCode::Other("new".into())),
        ];
        for error in lost {
            let mut last = 0;
            for attempt in 0..BACK_OFF.len() {
                let Next::Again(wait) = intent().next(&error, attempt, true) else {
                    panic!("{error:?} after {attempt}")
                };
                assert!(wait >= last);
                last = wait;
            }
            assert_eq!(intent().next(&error, BACK_OFF.len(), true), Next::Stop);
        }
    }

    #[test]
    fn a_refusal_ends_the_intent() {
        for code in [
            ProblemCode::PriceChanged,
            ProblemCode::OutOfStock,
            ProblemCode::PaymentDeclined,
            ProblemCode::PaymentUnavailable,
            ProblemCode::InvalidInput,
            ProblemCode::OneClickNotAllowed,
        ] {
            assert_eq!(intent().next(&problem(code.clone()), 0, true), Next::Refused, "{code}");
            assert_eq!(intent().next(&problem(code.clone()), 3, false), Next::Refused, "{code}");
        }
    }

    #[test]
    fn what_says_nothing_about_an_earlier_attempt_ends_only_a_first_one() {
        let signed_out = problem(ProblemCode::SignInRequired);
        assert_eq!(intent().next(&signed_out, 0, true), Next::Refused);
        assert_eq!(intent().next(&signed_out, 1, true), Next::SignIn);
        assert_eq!(intent().next(&signed_out, 0, false), Next::SignIn);
        let busy = problem(ProblemCode::TooManyRequests);
        assert_eq!(intent().next(&busy, 0, true), Next::Refused);
        assert!(matches!(intent().next(&busy, 0, false), Next::Again(_)));
    }

    #[test]
    fn an_intent_is_given_up_before_its_key_is_forgotten() {
        assert!(!intent().is_expired(1_000 + 3_600));
        assert!(intent().is_expired(1_000 + 24 * 3_600));
        // A clock that was set back.
        assert!(!intent().is_expired(0));
    }

    #[test]
    fn it_survives_being_stored() {
        let text = crate::json::encode(&intent()).expect("JSON");
        assert_eq!(crate::json::parse::<Intent>(&text), Some(intent()));
    }
}
