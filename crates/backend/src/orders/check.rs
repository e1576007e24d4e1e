//! What is wrong with an order as it was asked for, before the database is asked.

use std::collections::HashSet;

use vitrine_contract::addresses::AddressFields;
use vitrine_contract::cart::{CART_LINES_MAX, LineRequest};
use vitrine_contract::contact::Contact;
use vitrine_contract::orders::{AddressChoice, Channel, PlaceOrder};
use vitrine_contract::payments::PaymentChoice;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::{FieldError, Money, ProblemCode, validate};
use vitrine_i18n::Locale;
use vitrine_pricing::MAX_QUANTITY;

use crate::error::{AppError, AppResult};

/// An order whose form is right.
#[derive(Clone, Debug)]
pub struct Wish {
    /// By one click or at the checkout.
    pub channel: Channel,
    /// What; 1 to 50 lines, each variant once.
    pub lines: Vec<LineRequest>,
    /// Where to.
    pub address: Destination,
    /// A guest's e-mail address or phone number in its normal form.
    pub contact: Option<String>,
    /// How paid.
    pub payment: PaymentChoice,
    /// What the shopper saw.
    pub expected_total: Money,
    /// Language of the order's texts.
    pub locale: Locale,
}

/// Where an order goes.
#[derive(Clone, Debug)]
pub enum Destination {
    /// A stored address.
    Stored(String),
    /// A typed one, tidied.
    Typed {
        /// What is written on the parcel.
        fields: AddressFields,
        /// Keep it as the default.
        save: bool,
    },
}

/// Checks the form of an order.
///
/// Errors: `invalid_input` with every wrong field; `sign_in_required` when a
/// guest names a stored address or means of payment.
pub fn check(order: PlaceOrder, signed_in: bool) -> AppResult<Wish> {
    let mut faults = Vec::new();
    let mut fault = |path: &str, code, detail: &str| {
        faults.push(FieldError { path: path.to_owned(), code, detail: detail.to_owned() });
    };
    match order.channel {
        Channel::Checkout => {}
        Channel::OneClick if order.lines.len() > 1 => {
            fault("lines", FieldCode::TooLong, "one click buys one variant");
        }
        Channel::OneClick => {}
        Channel::Other(_) => fault("channel", FieldCode::Unknown, "checkout or one_click"),
    }
    if order.lines.is_empty() {
        fault("lines", FieldCode::Required, "nothing to buy");
    } else if order.lines.len() > CART_LINES_MAX {
        fault("lines", FieldCode::TooLong, "at most 50 variants");
    }
    let mut seen = HashSet::new();
    for (at, line) in order.lines.iter().enumerate() {
        if !seen.insert(line.variant.as_str()) {
            fault(&format!("lines.{at}.variant"), FieldCode::Duplicate, "named twice");
        }
        if !(1..=MAX_QUANTITY).contains(&line.quantity) {
            fault(&format!("lines.{at}.quantity"), FieldCode::OutOfRange, "1 to 99 pieces");
        }
    }
    let contact = match (&order.contact, signed_in) {
        (_, true) => None,
        (None, false) => {
            fault("contact", FieldCode::Required, "how a guest is reached");
            None
        }
        (Some(typed), false) => {
            let contact = Contact::parse(typed).map(|contact| contact.as_str().to_owned());
            if contact.is_none() {
                fault("contact", FieldCode::Invalid, "an e-mail address or a phone number");
            }
            contact
        }
    };
    let locale = Locale::parse(&order.language);
    if locale.is_none() {
        fault("language", FieldCode::Unknown, "one of zh-Hans, zh-Hant, en");
    }
    let address = match order.address {
        AddressChoice::Stored { id } => Destination::Stored(id.0),
        AddressChoice::Typed { fields, save } => {
            let fields = validate::tidy_address(&fields);
            faults.extend(validate::address(&fields, "address."));
            Destination::Typed { fields, save }
        }
    };
    AppError::from_fields(faults)?;
    let stored = matches!(address, Destination::Stored(_))
        || matches!(order.payment, PaymentChoice::Method { .. });
    // For one click, the rule says it better: its first obstacle is to sign in.
    if stored && !signed_in && order.channel != Channel::OneClick {
        return Err(AppError::new(ProblemCode::SignInRequired)
            .detail("stored addresses and means of payment belong to a signed-in shopper"));
    }
    Ok(Wish {
        channel: order.channel,
        lines: order.lines,
        address,
        contact,
        payment: order.payment,
        expected_total: order.expected_total,
        locale: locale.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitrine_contract::Currency;

    fn order() -> PlaceOrder {
        PlaceOrder {
            channel: Channel::Checkout,
            lines: vec![LineRequest { variant: "v1".into(), quantity: 1 }],
            address: AddressChoice::Typed {
                fields: AddressFields {
                    name: " 林\u{3000}小满 ".into(),
                    phone: "138 0013 8000".into(),
                    region: "浙江省".into(),
                    city: "杭州市西湖区".into(),
                    street: "文三路 1 号".into(),
                    postal_code: String::new(),
                },
                save: false,
            },
            contact: Some("Lin@Example.com".into()),
            payment: PaymentChoice::CashOnDelivery,
            expected_total: Money::new(100, Currency::CNY),
            language: "zh-CN".into(),
        }
    }

    fn paths(change: impl FnOnce(&mut PlaceOrder)) -> Vec<String> {
        let mut order = order();
        change(&mut order);
        let problem = check(order, false).unwrap_err().to_problem();
        problem.fields.into_iter().map(|field| field.path).collect()
    }

    #[test]
    fn what_is_right_is_tidied() {
        let wish = check(order(), false).unwrap();
        assert_eq!(wish.contact.as_deref(), Some("lin@example.com"));
        assert_eq!(wish.locale, Locale::ZhHans);
        let Destination::Typed { fields, .. } = wish.address else { panic!("typed") };
        assert_eq!(fields.name, "林 小满");
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let faults = paths(|order| {
            order.lines.push(LineRequest { variant: "v1".into(), quantity: 0 });
            order.contact = Some("nobody".into());
            order.language = "fr".into();
            order.channel = Channel::from("telepathy");
        });
        let expected = ["channel", "lines.1.variant", "lines.1.quantity", "contact", "language"];
        assert_eq!(faults, expected);
        assert_eq!(paths(|order| order.lines.clear()), ["lines"]);
        assert_eq!(paths(|order| order.contact = None), ["contact"]);
    }

    #[test]
    fn guests_own_nothing_stored() {
        let mut order = order();
        order.address = AddressChoice::Stored { id: "a1".into() };
        assert_eq!(check(order, false).unwrap_err().code(), &ProblemCode::SignInRequired);
    }
}
