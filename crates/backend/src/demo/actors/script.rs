//! Who does what when, for one order: a list that depends on the order and
//! the scenario alone, so that it is the same after every restart.

use sha2::{Digest, Sha256};
use vitrine_contract::payments::PaymentKind;
use vitrine_contract::tracking::{Location, TrackingStatus};
use vitrine_contract::webhooks::{Parcel, ParcelItem};

use super::places::{self, City};
use super::scenario::Scenario;
use crate::clock::{DAY, SECOND};
use crate::orders::facts::Facts;

/// The carriers that take turns.
const CARRIERS: [&str; 4] = ["zto", "yto", "sto", "yunda"];
/// How much later the second parcel of a split order goes.
const SECOND_PARCEL: i64 = 14 * SECOND;
/// How much later than promised a delayed parcel is expected.
const DELAY: i64 = 2 * DAY;

/// Something that an actor does.
#[derive(Clone, Debug)]
pub struct Act {
    /// When, in milliseconds after the order was released, at speed 1.
    pub after: i64,
    /// What.
    pub deed: Deed,
}

/// What actors do.
#[derive(Clone, Debug)]
pub enum Deed {
    /// The payment provider tells that it took the money.
    Captured,
    /// The warehouse packs a parcel.
    Packed(Parcel),
    /// The warehouse hands it to the carrier.
    Shipped(Parcel),
    /// The carrier sees it.
    Seen {
        /// The carrier.
        carrier: &'static str,
        /// Its number of the parcel.
        number: String,
        /// What it tells.
        sight: Sight,
    },
}

/// What a carrier tells. Its words are Chinese, whatever the shopper speaks.
#[derive(Clone, Debug)]
pub struct Sight {
    /// Normalised status.
    pub status: TrackingStatus,
    /// More exactly.
    pub substatus: &'static str,
    /// The carrier's words.
    pub message: String,
    /// Where.
    pub location: Option<Location>,
    /// Arrival at the latest, in milliseconds after the promise.
    pub later_by: Option<i64>,
}

/// The whole course of an order that is sent from `ships_from`.
pub fn script(facts: &Facts, ships_from: &str, scenario: Scenario) -> Vec<Act> {
    let mut acts = Vec::new();
    if facts.payment.kind != PaymentKind::CashOnDelivery.as_str() {
        acts.push(Act { after: 2 * SECOND, deed: Deed::Captured });
    }
    let way = Way::of(facts, ships_from);
    for (at, items) in parcels(facts, scenario).into_iter().enumerate() {
        let parcel = Parcel {
            carrier: way.carrier.to_owned(),
            tracking_number: number(way.carrier, &facts.order.id, at),
            items,
        };
        let later = SECOND_PARCEL * i64::try_from(at).unwrap_or(0);
        acts.extend(leg(&way, parcel, scenario).into_iter().map(|mut act| {
            act.after += later;
            act
        }));
    }
    acts.sort_by_key(|act| act.after);
    acts
}

/// What goes into which parcel: everything into one, or about half and half.
fn parcels(facts: &Facts, scenario: Scenario) -> Vec<Vec<ParcelItem>> {
    let item = |line: &crate::orders::entity::order_line::Model, quantity: u32| ParcelItem {
        line: line.id.clone().into(),
        quantity,
    };
    let whole =
        |line: &crate::orders::entity::order_line::Model| item(line, line.quantity.unsigned_abs());
    let lines = &facts.lines;
    if scenario != Scenario::Split {
        return vec![lines.iter().map(whole).collect()];
    }
    match lines.as_slice() {
        [line] if line.quantity > 1 => {
            let (all, first) = (line.quantity.unsigned_abs(), line.quantity.unsigned_abs() / 2);
            vec![vec![item(line, first)], vec![item(line, all - first)]]
        }
        [_, _, ..] => {
            let (first, second) = lines.split_at(lines.len().div_ceil(2));
            vec![first.iter().map(whole).collect(), second.iter().map(whole).collect()]
        }
        _ => vec![lines.iter().map(whole).collect()],
    }
}

/// From where to where, and with whom.
struct Way {
    carrier: &'static str,
    from: Place,
    over: Option<Place>,
    to: Place,
    /// The courier's branch at the end.
    branch: String,
}

#[derive(Clone)]
struct Place {
    city: String,
    hub: String,
    location: Location,
}

impl Place {
    fn of(city: &City) -> Self {
        Self {
            city: format!("{}市", city.name),
            hub: city.hub.to_owned(),
            location: city.location(),
        }
    }

    /// A place that is on no map of ours.
    fn named(city: &str, region: &str) -> Self {
        let city: String = city.chars().take(40).collect();
        Self {
            hub: format!("{city}集散中心"),
            location: Location {
                city: city.clone(),
                state: region.chars().take(40).collect(),
                country_region: String::new(),
            },
            city,
        }
    }
}

impl Way {
    fn of(facts: &Facts, ships_from: &str) -> Self {
        let address: vitrine_contract::addresses::AddressFields =
            serde_json::from_str(&facts.order.address).unwrap_or_default();
        let from = places::find(&[ships_from]).or_else(|| places::find(&["上海"]));
        let to = places::find(&[&address.city]).or_else(|| places::find(&[&address.region]));
        let over = from.zip(to).and_then(|(from, to)| places::between(from, to));
        let to = to.map_or_else(|| Place::named(&address.city, &address.region), Place::of);
        Self {
            carrier: CARRIERS[usize::from(digest(&facts.order.id)[0]) % CARRIERS.len()],
            branch: format!("{}城东营业部", to.city),
            from: from.map_or_else(|| to.clone(), Place::of),
            over: over.map(Place::of),
            to,
        }
    }
}

/// The course of one parcel.
fn leg(way: &Way, parcel: Parcel, scenario: Scenario) -> Vec<Act> {
    use TrackingStatus::{
        AttemptFail, AvailableForPickup, Delivered, InTransit, InfoReceived, OutForDelivery,
    };
    let number = parcel.tracking_number.clone();
    let mut acts = vec![
        Act { after: 5 * SECOND, deed: Deed::Packed(parcel.clone()) },
        Act { after: 9 * SECOND, deed: Deed::Shipped(parcel) },
    ];
    let mut clock = 10;
    let mut see = |pause, status, substatus, place: &Place, message: String, later_by| {
        clock += pause;
        let sight =
            Sight { status, substatus, message, location: Some(place.location.clone()), later_by };
        let deed = Deed::Seen { carrier: way.carrier, number: number.clone(), sight };
        acts.push(Act { after: clock * SECOND, deed });
    };
    let (from, to) = (&way.from, &way.to);
    let city = &from.city;
    see(1, InfoReceived, "info_received", from, "商家已下单，等待快递员揽收".into(), None);
    let words = format!("【{city}】快件已由商家仓库营业部揽收");
    see(4, InTransit, "picked_up", from, words, None);
    let next = way.over.as_ref().unwrap_or(to);
    if from.hub != next.hub {
        let words = format!("【{}】已发出，下一站【{}】", from.hub, next.hub);
        see(5, InTransit, "departure_scan", from, words, None);
    }
    if let Some(over) = &way.over {
        see(7, InTransit, "arrival_scan", over, format!("快件已到达【{}】", over.hub), None);
        if scenario == Scenario::Delayed {
            let words =
                format!("受大雾天气影响，快件在【{}】延误，预计晚到两天，敬请谅解", over.hub);
            see(4, InTransit, "external_delay", over, words, Some(DELAY));
            see(12, InTransit, "in_transit", over, "道路恢复通行，快件正在装车".into(), None);
        }
        let words = format!("【{}】已发出，下一站【{}】", over.hub, to.hub);
        see(4, InTransit, "departure_scan", over, words, None);
    } else if scenario == Scenario::Delayed {
        let words = format!("受大雾天气影响，发往【{}】的班车延误，预计晚到两天，敬请谅解", to.hub);
        see(8, InTransit, "external_delay", from, words, Some(DELAY));
    }
    see(8, InTransit, "arrival_scan", to, format!("快件已到达【{}】", to.hub), None);
    let words = format!("【{}】已发出，下一站【{}】", to.hub, way.branch);
    see(4, InTransit, "departure_scan", to, words, None);
    see(3, InTransit, "arrival_scan", to, format!("快件已到达【{}】", way.branch), None);
    let city = &to.city;
    let courier = format!("【{city}】快递员王师傅正在为您派件，请保持电话畅通");
    see(5, OutForDelivery, "out_for_delivery", to, courier.clone(), None);
    match scenario {
        Scenario::FailedAttempt => {
            let words = format!("【{city}】派件不成功：收件人不在，已与客户约定再次派送");
            see(8, AttemptFail, "customer_not_home", to, words, None);
            see(8, OutForDelivery, "out_for_delivery", to, courier, None);
            let words = format!("【{city}】快件已签收，签收人：本人");
            see(8, Delivered, "signed", to, words, None);
        }
        Scenario::Pickup => {
            let words = format!("【{city}】快件已暂存至驿站，请凭取件码 8-2-3046 领取");
            see(6, AvailableForPickup, "pickup_point", to, words, None);
            see(16, Delivered, "picked_up_by_recipient", to, format!("【{city}】快件已取走"), None);
        }
        _ => {
            let words = format!("【{city}】快件已签收，签收人：本人，感谢使用");
            see(8, Delivered, "signed", to, words, None);
        }
    }
    acts
}

/// A number of the form that the carrier uses, the same every time.
fn number(carrier: &str, order: &str, parcel: usize) -> String {
    let prefix = match carrier {
        "zto" => "78",
        "yto" => "YT",
        "sto" => "77",
        _ => "46",
    };
    let digits = digest(&format!("{order}/{parcel}"));
    digits.iter().take(13).fold(prefix.to_owned(), |text, byte| text + &(byte % 10).to_string())
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}
