//! What an order's states mean, in words.

use vitrine_contract::Timestamp;
use vitrine_contract::orders::{Order, OrderStatus};
use vitrine_contract::payments::{PaymentKind, PaymentStatus};
use vitrine_contract::products::DeliveryPromise;
use vitrine_contract::tracking::{Checkpoint, Shipment, Step, TrackingStatus};

use crate::format::{DateStyle, date, date_range};
use crate::i18n::{Locale, strings};
use crate::ui::Tone;

/// An order's status in a word or two, for lists.
pub fn status_word(l: Locale, status: &OrderStatus) -> &'static str {
    let key = format!("status_{status}");
    strings::orders::lookup(l, &key).unwrap_or_else(|| strings::orders::status_unknown(l))
}

/// How an order's status is coloured.
pub fn status_tone(status: &OrderStatus) -> Tone {
    match status {
        OrderStatus::Delivered => Tone::Good,
        OrderStatus::PickupAvailable | OrderStatus::InTransit => Tone::Accent,
        OrderStatus::PaymentDue => Tone::Warning,
        OrderStatus::Problem => Tone::Bad,
        _ => Tone::Neutral,
    }
}

/// How a parcel's status is coloured.
pub fn tracking_tone(status: &TrackingStatus) -> Tone {
    match status {
        TrackingStatus::Delivered => Tone::Good,
        TrackingStatus::OutForDelivery | TrackingStatus::AvailableForPickup => Tone::Accent,
        TrackingStatus::AttemptFail | TrackingStatus::Expired => Tone::Warning,
        TrackingStatus::Exception => Tone::Bad,
        _ => Tone::Neutral,
    }
}

/// A parcel's status in our own words.
pub fn tracking_word(l: Locale, status: &TrackingStatus) -> &'static str {
    let key = format!("status_{status}");
    strings::tracking::lookup(l, &key).unwrap_or_else(|| strings::tracking::step_unknown(l))
}

/// A checkpoint in our own words: the sub-status where we know it.
pub fn checkpoint_word(l: Locale, checkpoint: &Checkpoint) -> &'static str {
    let key = format!("sub_{}", checkpoint.substatus);
    strings::tracking::lookup(l, &key).unwrap_or_else(|| tracking_word(l, &checkpoint.status))
}

/// A step that happened.
pub fn step_word(l: Locale, step: &Step, payment: &PaymentKind) -> &'static str {
    if *step == Step::Paid && *payment == PaymentKind::CashOnDelivery {
        return strings::tracking::step_paid_cash(l);
    }
    let key = format!("step_{step}");
    strings::tracking::lookup(l, &key).unwrap_or_else(|| strings::tracking::step_unknown(l))
}

/// A step to come.
pub fn coming_word(l: Locale, step: &Step) -> &'static str {
    match step {
        Step::Paid => strings::tracking::step_paid_todo(l),
        _ => {
            let key = format!("todo_{step}");
            strings::tracking::lookup(l, &key).unwrap_or_else(|| strings::tracking::step_unknown(l))
        }
    }
}

/// Where the money is, in words.
pub fn payment_word(l: Locale, order: &Order) -> &'static str {
    let cash = order.payment_kind == PaymentKind::CashOnDelivery;
    match order.payment_status {
        PaymentStatus::NotPaid | PaymentStatus::Awaiting | PaymentStatus::Authorized if cash => {
            strings::orders::pay_courier(l)
        }
        _ => {
            let key = format!("payment_{}", order.payment_status);
            strings::orders::lookup(l, &key).unwrap_or_else(|| strings::orders::status_unknown(l))
        }
    }
}

/// An arrival: a span of days, or the hour when it is within one day.
pub fn arrival(l: Locale, promise: &DeliveryPromise) -> String {
    let (from, until) = (promise.from.as_str(), promise.until.as_str());
    if date(l, DateStyle::Short, from) == date(l, DateStyle::Short, until) {
        strings::tracking::by(l, &date(l, DateStyle::ShortTime, until))
    } else {
        date_range(l, from, until)
    }
}

/// Whether a parcel has arrived.
pub fn has_arrived(shipment: &Shipment) -> bool {
    shipment.status == TrackingStatus::Delivered
}

/// The arrival to be expected now: of the parcel under way that comes last,
/// or what was promised as long as nothing was sent.
pub fn expected(order: &Order) -> &DeliveryPromise {
    order
        .shipments
        .iter()
        .filter(|shipment| !has_arrived(shipment))
        .map(|shipment| &shipment.expected)
        .max_by_key(|promise| moment(&promise.until))
        .unwrap_or(&order.promised)
}

/// Whether the order, still under way, will be later than promised.
pub fn is_delayed(order: &Order) -> bool {
    is_under_way(order) && moment(&expected(order).until) > moment(&order.promised.until)
}

/// Whether anything is still to come.
pub fn is_under_way(order: &Order) -> bool {
    matches!(order.status, OrderStatus::Processing | OrderStatus::InTransit | OrderStatus::Problem)
}

/// When the last parcel arrived, once all have.
pub fn delivered_at(order: &Order) -> Option<&Timestamp> {
    order.timeline.iter().find(|step| step.step == Step::Delivered)?.at.as_ref()
}

/// A UTC time as something that sorts: fractions have no fixed length on the
/// wire, and `Z` would sort behind their digits.
pub fn moment(time: &Timestamp) -> &str {
    time.as_str().trim_end_matches('Z')
}

/// Where the order is, in one sentence.
pub fn sentence(l: Locale, order: &Order) -> String {
    use strings::tracking as say;
    let when = || arrival(l, expected(order));
    let any = |status| order.shipments.iter().any(|s| s.status == status);
    let text = match order.status {
        OrderStatus::PaymentDue => say::say_payment_due(l),
        OrderStatus::Processing => return say::say_processing_by(l, &when()),
        OrderStatus::InTransit if any(TrackingStatus::OutForDelivery) => {
            say::say_out_for_delivery(l)
        }
        OrderStatus::InTransit | OrderStatus::Problem if any(TrackingStatus::AttemptFail) => {
            say::say_attempt_fail(l)
        }
        OrderStatus::InTransit if any(TrackingStatus::Delivered) => {
            return say::say_some_delivered(l, &when());
        }
        OrderStatus::InTransit => return say::say_in_transit_by(l, &when()),
        OrderStatus::PickupAvailable => say::say_pickup(l),
        OrderStatus::Delivered => match delivered_at(order) {
            Some(at) => {
                return say::say_delivered_at(l, &date(l, DateStyle::ShortTime, at.as_str()));
            }
            None => say::say_delivered(l),
        },
        OrderStatus::Problem => say::say_problem(l),
        OrderStatus::Returned => say::say_returned(l),
        OrderStatus::Cancelled if order.payment_kind == PaymentKind::Card => {
            say::say_cancelled_card(l)
        }
        OrderStatus::Cancelled => say::say_cancelled(l),
        OrderStatus::Other(_) => say::say_unknown(l),
    };
    text.to_owned()
}

/// What an event says to those who don't look: the newest checkpoint where the
/// step is one, else the step.
pub fn announcement(l: Locale, step: &Step, order: &Order) -> String {
    let newest = order
        .shipments
        .iter()
        .filter_map(|shipment| shipment.checkpoints.last())
        .max_by_key(|checkpoint| moment(&checkpoint.checkpoint_time));
    let word = match (step, newest) {
        (Step::Checkpoint, Some(checkpoint)) => {
            let city = checkpoint.location.as_ref().map_or("", |place| place.city.as_str());
            format!("{} {city}", checkpoint_word(l, checkpoint))
        }
        _ => step_word(l, step, &order.payment_kind).to_owned(),
    };
    strings::tracking::updated(l, word.trim_end())
}
