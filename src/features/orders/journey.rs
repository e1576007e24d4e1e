//! From an order to the timelines that its page shows.

use vitrine_contract::orders::{Order, OrderStatus};
use vitrine_contract::tracking::{Checkpoint, Location, Shipment, Step, TrackingStatus};
use vitrine_contract::{Timestamp, tracking};

use super::words;
use crate::format::{DateStyle, date};
use crate::i18n::{Locale, strings};
use crate::ui::{StepState, TimelineStep};

/// Carriers write in this language.
const CARRIERS_LANGUAGE: &str = "zh-Hans";

/// An order's steps in time. With a single parcel its checkpoints stand among
/// them; several parcels have a timeline each, see [`parcel_steps`].
pub fn order_steps(l: Locale, order: &Order) -> Vec<TimelineStep> {
    let only = match &order.shipments[..] {
        [only] => Some(only),
        _ => None,
    };
    let mut happened: Vec<(&Timestamp, TimelineStep)> = order
        .timeline
        .iter()
        .filter_map(|step| step.at.as_ref().map(|at| (at, &step.step)))
        .filter(|(at, step)| !only.is_some_and(|parcel| tells(parcel, step, at)))
        .map(|(at, step)| (at, happened_step(l, order, step, at)))
        .collect();
    if let Some(parcel) = only {
        happened.extend(parcel.checkpoints.iter().map(|c| (&c.checkpoint_time, seen(l, c))));
    }
    // Stable: what happened at the same moment keeps its order.
    happened.sort_by_key(|(at, _)| words::moment(at));
    let mut steps: Vec<_> = happened.into_iter().map(|(_, step)| step).collect();
    if is_open(order) {
        make_current(&mut steps);
    }
    let open = order.timeline.iter().filter(|step| step.at.is_none());
    steps.extend(open.map(|step| coming_step(l, order, &step.step)));
    steps
}

/// What a parcel met, the oldest first.
pub fn parcel_steps(l: Locale, parcel: &Shipment) -> Vec<TimelineStep> {
    let mut steps: Vec<_> = parcel.checkpoints.iter().map(|c| seen(l, c)).collect();
    if words::has_arrived(parcel) {
        return steps;
    }
    make_current(&mut steps);
    steps.push(TimelineStep {
        title: strings::tracking::todo_delivered_by(l, &words::arrival(l, &parcel.expected)),
        ..TimelineStep::default()
    });
    steps
}

fn is_open(order: &Order) -> bool {
    !matches!(order.status, OrderStatus::Delivered | OrderStatus::Cancelled | OrderStatus::Returned)
}

/// Whether a checkpoint of the parcel is the step, seen by the carrier.
fn tells(parcel: &Shipment, step: &Step, at: &Timestamp) -> bool {
    let status = match step {
        Step::OutForDelivery => TrackingStatus::OutForDelivery,
        Step::PickupAvailable => TrackingStatus::AvailableForPickup,
        Step::AttemptFail => TrackingStatus::AttemptFail,
        Step::Exception => TrackingStatus::Exception,
        Step::Delivered => TrackingStatus::Delivered,
        _ => return false,
    };
    parcel.checkpoints.iter().any(|c| c.status == status && c.checkpoint_time == *at)
}

fn make_current(steps: &mut [TimelineStep]) {
    if let Some(last) = steps.last_mut()
        && last.state == StepState::Done
    {
        last.state = StepState::Current;
    }
}

fn happened_step(l: Locale, order: &Order, step: &Step, at: &Timestamp) -> TimelineStep {
    let trouble = matches!(step, Step::AttemptFail | Step::Delayed | Step::Exception);
    TimelineStep {
        state: if trouble { StepState::Problem } else { StepState::Done },
        title: words::step_word(l, step, &order.payment_kind).to_owned(),
        at: Some(at.0.clone()),
        time: Some(date(l, DateStyle::ShortTime, at.as_str())),
        ..TimelineStep::default()
    }
}

fn coming_step(l: Locale, order: &Order, step: &tracking::Step) -> TimelineStep {
    let title = if *step == Step::Delivered {
        strings::tracking::todo_delivered_by(l, &words::arrival(l, words::expected(order)))
    } else {
        words::coming_word(l, step).to_owned()
    };
    TimelineStep { title, ..TimelineStep::default() }
}

fn seen(l: Locale, checkpoint: &Checkpoint) -> TimelineStep {
    let trouble = matches!(
        checkpoint.status,
        TrackingStatus::AttemptFail | TrackingStatus::Exception | TrackingStatus::Expired
    );
    TimelineStep {
        state: if trouble { StepState::Problem } else { StepState::Done },
        title: words::checkpoint_word(l, checkpoint).to_owned(),
        at: Some(checkpoint.checkpoint_time.0.clone()),
        time: Some(date(l, DateStyle::ShortTime, checkpoint.checkpoint_time.as_str())),
        place: checkpoint.location.as_ref().map(place),
        words: Some(checkpoint.message.clone()).filter(|words| !words.is_empty()),
        language: Some(CARRIERS_LANGUAGE.to_owned()),
    }
}

fn place(location: &Location) -> String {
    if location.state.is_empty() || location.state == location.city {
        location.city.clone()
    } else {
        format!("{} {}", location.state, location.city)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const L: Locale = Locale::En;

    fn promise(until: &str) -> Value {
        json!({"from": "2026-11-22T01:00:00Z", "until": until})
    }

    fn checkpoint(at: &str, status: &str) -> Value {
        json!({
            "checkpoint_time": at, "status": status, "substatus": "", "message": "快件",
            "location": {"city": "杭州", "state": "浙江", "country_region": "CN"},
            "raw_status": "", "source": "yunlu",
        })
    }

    fn parcel(status: &str, until: &str, checkpoints: Vec<Value>) -> Value {
        json!({
            "id": "s", "carrier": "云路快运", "tracking_number": "YL1", "tracking_url": null,
            "items": [], "status": status, "substatus": "",
            "promised": promise("2026-11-23T12:00:00Z"), "expected": promise(until),
            "checkpoints": checkpoints,
        })
    }

    fn order(status: &str, timeline: &[(&str, Option<&str>)], parcels: Vec<Value>) -> Order {
        let nothing = json!({"amount": 0, "currency": "CNY"});
        let timeline: Vec<_> =
            timeline.iter().map(|(step, at)| json!({"step": step, "at": at})).collect();
        let order = json!({
            "id": "o", "number": "V1", "status": status, "payment_status": "captured",
            "fulfilment_status": "shipped", "placed_at": "2026-11-21T08:00:00Z",
            "undo_until": null, "lines": [],
            "quote": {"lines": [], "items": nothing, "discount": nothing, "delivery": nothing,
                "total": nothing, "free_delivery_gap": null},
            "address": {"name": "", "phone": "", "region": "", "city": "", "street": ""},
            "payment_kind": "card", "payment_label": "",
            "promised": promise("2026-11-23T12:00:00Z"),
            "shipments": parcels, "timeline": timeline, "last_event_id": 1,
        });
        serde_json::from_value(order).expect("an order")
    }

    fn told(steps: &[TimelineStep]) -> Vec<(&str, StepState)> {
        steps.iter().map(|step| (step.title.as_str(), step.state)).collect()
    }

    #[test]
    fn one_parcels_checkpoints_stand_among_the_orders_steps() {
        let parcels = vec![parcel(
            "out_for_delivery",
            "2026-11-23T12:00:00Z",
            vec![
                checkpoint("2026-11-21T10:00:00Z", "in_transit"),
                checkpoint("2026-11-22T02:00:00Z", "out_for_delivery"),
            ],
        )];
        let timeline = [
            ("placed", Some("2026-11-21T08:00:00Z")),
            ("shipped", Some("2026-11-21T09:00:00Z")),
            ("out_for_delivery", Some("2026-11-22T02:00:00Z")),
            ("delivered", None),
        ];
        let steps = order_steps(L, &order("in_transit", &timeline, parcels));
        assert_eq!(
            told(&steps),
            [
                ("Order placed", StepState::Done),
                ("Shipped", StepState::Done),
                ("In transit", StepState::Done),
                ("Out for delivery", StepState::Current),
                ("Arrival, expected Nov 22–23", StepState::Todo),
            ]
        );
        assert_eq!(steps[2].place.as_deref(), Some("浙江 杭州"));
        assert_eq!(steps[2].words.as_deref(), Some("快件"));
        assert_eq!(steps[2].language.as_deref(), Some("zh-Hans"));
    }

    #[test]
    fn several_parcels_keep_their_checkpoints() {
        let seen = || vec![checkpoint("2026-11-21T10:00:00Z", "in_transit")];
        let parcels = vec![
            parcel("in_transit", "2026-11-23T12:00:00Z", seen()),
            parcel(
                "delivered",
                "2026-11-23T12:00:00Z",
                vec![checkpoint("2026-11-22T10:00:00Z", "delivered")],
            ),
        ];
        let timeline = [("placed", Some("2026-11-21T08:00:00Z")), ("delivered", None)];
        let order = order("in_transit", &timeline, parcels);
        assert_eq!(order_steps(L, &order).len(), 2);
        assert_eq!(parcel_steps(L, &order.shipments[0]).len(), 2);
        assert_eq!(told(&parcel_steps(L, &order.shipments[1])), [("Delivered", StepState::Done)]);
        assert!(words::sentence(L, &order).starts_with("Some of it has arrived"));
    }

    #[test]
    fn a_delivered_order_has_no_current_step() {
        let at = "2026-11-22T10:00:00Z";
        let parcels =
            vec![parcel("delivered", "2026-11-23T12:00:00Z", vec![checkpoint(at, "delivered")])];
        let order = order(
            "delivered",
            &[("placed", Some("2026-11-21T08:00:00Z")), ("delivered", Some(at))],
            parcels,
        );
        let steps = order_steps(L, &order);
        assert!(steps.iter().all(|step| step.state == StepState::Done));
        assert_eq!(steps.len(), 2);
        assert_eq!(words::sentence(L, &order), "Delivered Nov 22, 18:00");
    }

    #[test]
    fn a_delay_is_told_while_it_lasts() {
        let late = |status: &str| {
            let parcels = vec![parcel("in_transit", "2026-11-25T12:00:00Z", vec![])];
            order(status, &[("delayed", Some("2026-11-22T08:00:00Z"))], parcels)
        };
        assert!(words::is_delayed(&late("in_transit")));
        assert!(!words::is_delayed(&late("delivered")));
        assert_eq!(order_steps(L, &late("in_transit"))[0].state, StepState::Problem);
    }

    #[test]
    fn fractions_of_any_length_are_sorted() {
        let timeline = [
            ("placed", Some("2026-11-21T08:00:00.12Z")),
            ("paid", Some("2026-11-21T08:00:00.123Z")),
        ];
        let steps = order_steps(L, &order("processing", &timeline, vec![]));
        assert_eq!(steps[0].title, "Order placed");
    }

    #[test]
    fn an_arrival_within_one_day_tells_the_hour() {
        let day = |from: &str, until: &str| vitrine_contract::products::DeliveryPromise {
            from: from.into(),
            until: until.into(),
        };
        let promise = day("2026-11-22T01:00:00Z", "2026-11-22T10:00:00Z");
        assert_eq!(words::arrival(L, &promise), "by Nov 22, 18:00");
        assert_eq!(words::arrival(Locale::ZhHans, &promise), "11月22日 18:00前");
        let days = day("2026-11-22T01:00:00Z", "2026-11-24T10:00:00Z");
        assert_eq!(words::arrival(Locale::ZhHant, &days), "11月22日至24日");
    }

    #[test]
    fn a_status_of_a_newer_backend_still_has_words() {
        let order = order("teleported", &[("beamed", Some("2026-11-22T08:00:00Z"))], vec![]);
        assert_eq!(words::sentence(L, &order), "Your order is under way");
        assert_eq!(order_steps(L, &order)[0].title, "Update");
    }
}
