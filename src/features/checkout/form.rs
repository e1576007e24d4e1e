//! What the checkout asks, as plain data.

use serde::{Deserialize, Serialize};
use vitrine_contract::addresses::AddressFields;
use vitrine_contract::cart::LineRequest;
use vitrine_contract::contact::Contact;
use vitrine_contract::orders::{AddressChoice, Channel, PlaceOrder};
use vitrine_contract::payments::{PaymentChoice, PaymentMethod, SANDBOX_TOKENS};
use vitrine_contract::problem::FieldCode;
use vitrine_contract::{AddressId, FieldError, Money, PaymentMethodId, validate};

use crate::i18n::Locale;

/// What a shopper typed and chose; kept until the order is placed.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Draft {
    /// A guest's e-mail address or phone number.
    pub contact: String,
    /// The address that is typed.
    pub fields: AddressFields,
    /// The stored address that was chosen.
    pub address: Option<AddressId>,
    /// Whether a new address is typed although there are stored ones.
    pub new_address: bool,
    /// Whether a typed address shall not be kept.
    pub forget_address: bool,
    /// The way to pay that was chosen, see [`Way::value`].
    pub payment: Option<String>,
}

/// Where the order goes, after looking at what is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// A stored address.
    Stored(AddressId),
    /// The typed one.
    Typed,
}

/// A way to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The courier takes the money.
    Cash,
    /// A stored method.
    Method(PaymentMethodId, String),
    /// A sandbox card, by its place in [`SANDBOX_TOKENS`].
    TestCard(usize),
}

impl Way {
    /// The value of its radio button.
    pub fn value(&self) -> String {
        match self {
            Self::Cash => "cash".into(),
            Self::Method(id, _) => format!("method-{id}"),
            Self::TestCard(at) => format!("card-{at}"),
        }
    }

    fn choice(&self) -> PaymentChoice {
        match self {
            Self::Cash => PaymentChoice::CashOnDelivery,
            Self::Method(id, _) => PaymentChoice::Method { id: id.clone() },
            Self::TestCard(at) => PaymentChoice::Token { token: SANDBOX_TOKENS[*at].into() },
        }
    }
}

/// The ways to pay: what is stored first, the cards that fail only in a demo.
pub(super) fn ways(methods: &[PaymentMethod], demo: bool) -> Vec<Way> {
    let mut ways: Vec<_> =
        methods.iter().map(|m| Way::Method(m.id.clone(), m.label.clone())).collect();
    // A stored card makes the test card that works superfluous.
    if ways.is_empty() {
        ways.push(Way::TestCard(0));
    }
    ways.push(Way::Cash);
    if demo {
        ways.extend([Way::TestCard(1), Way::TestCard(2)]);
    }
    ways
}

impl Draft {
    /// The chosen way to pay, or the first.
    pub fn way<'a>(&self, ways: &'a [Way]) -> Option<&'a Way> {
        let chosen = ways.iter().find(|way| Some(way.value()) == self.payment);
        chosen.or(ways.first())
    }

    /// Where the order goes: the chosen address if it still exists, else the default.
    pub fn destination(&self, stored: &[AddressId]) -> Destination {
        if self.new_address {
            return Destination::Typed;
        }
        let chosen = self.address.as_ref().filter(|id| stored.contains(id));
        match chosen.or(stored.first()) {
            Some(id) => Destination::Stored(id.clone()),
            None => Destination::Typed,
        }
    }

    /// What is missing or wrong, by the server's rules and with its paths.
    pub fn faults(&self, guest: bool, destination: &Destination) -> Vec<FieldError> {
        let mut faults = Vec::new();
        if guest && Contact::parse(&self.contact).is_none() {
            let missing = self.contact.trim().is_empty();
            let code = if missing { FieldCode::Required } else { FieldCode::Invalid };
            faults.push(FieldError { path: "contact".into(), code, detail: String::new() });
        }
        if *destination == Destination::Typed {
            let fields = validate::tidy_address(&self.fields);
            faults.extend(validate::address(&fields, "address."));
        }
        faults
    }

    /// The order.
    pub fn order(
        &self,
        l: Locale,
        guest: bool,
        destination: &Destination,
        way: &Way,
        lines: Vec<LineRequest>,
        expected_total: Money,
    ) -> PlaceOrder {
        let address = match destination {
            Destination::Stored(id) => AddressChoice::Stored { id: id.clone() },
            Destination::Typed => AddressChoice::Typed {
                fields: validate::tidy_address(&self.fields),
                save: !guest && !self.forget_address,
            },
        };
        PlaceOrder {
            channel: Channel::Checkout,
            lines,
            address,
            contact: guest.then(|| self.contact.trim().to_owned()),
            payment: way.choice(),
            expected_total,
            language: l.tag().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use vitrine_contract::Currency;

    use super::*;

    fn filled() -> Draft {
        Draft {
            contact: "wang@example.com".into(),
            fields: AddressFields {
                name: "王小明".into(),
                phone: "１３８00138000".into(),
                region: "浙江省".into(),
                city: "杭州市".into(),
                street: "文三路1号".into(),
                postal_code: String::new(),
            },
            ..Default::default()
        }
    }

    #[test]
    fn an_empty_form_names_every_missing_field_and_a_filled_one_none() {
        let empty = Draft::default();
        let faults = empty.faults(true, &Destination::Typed);
        let paths: Vec<_> = faults.iter().map(|f| f.path.as_str()).collect();
        for path in ["contact", "address.name", "address.phone", "address.street"] {
            assert!(paths.contains(&path), "{path}");
        }
        assert!(filled().faults(true, &Destination::Typed).is_empty());
        assert!(empty.faults(false, &Destination::Stored("a".into())).is_empty());
    }

    #[test]
    fn a_chosen_address_that_is_gone_gives_way_to_the_default() {
        let mut draft = filled();
        draft.address = Some("gone".into());
        assert_eq!(draft.destination(&["a".into()]), Destination::Stored("a".into()));
        draft.address = Some("b".into());
        assert_eq!(draft.destination(&["a".into(), "b".into()]), Destination::Stored("b".into()));
        assert_eq!(draft.destination(&[]), Destination::Typed);
        draft.new_address = true;
        assert_eq!(draft.destination(&["a".into()]), Destination::Typed);
    }

    #[test]
    fn only_a_demo_offers_cards_that_fail() {
        assert_eq!(ways(&[], false), [Way::TestCard(0), Way::Cash]);
        assert_eq!(ways(&[], true).len(), 4);
        let all = ways(&[], true);
        let mut draft = Draft::default();
        assert_eq!(draft.way(&all), Some(&Way::TestCard(0)));
        draft.payment = Some("cash".into());
        assert_eq!(draft.way(&all), Some(&Way::Cash));
    }

    #[test]
    fn a_guests_order_carries_the_contact_and_keeps_no_address() {
        let total = Money::new(1, Currency::CNY);
        let order =
            filled().order(Locale::En, true, &Destination::Typed, &Way::Cash, Vec::new(), total);
        assert_eq!(order.contact.as_deref(), Some("wang@example.com"));
        let AddressChoice::Typed { fields, save } = order.address else { panic!("typed") };
        assert_eq!((fields.phone.as_str(), save), ("13800138000", false));
    }
}
