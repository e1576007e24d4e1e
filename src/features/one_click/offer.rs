//! What one click would buy, or what is in its way.

use vitrine_contract::cart::LineRequest;
use vitrine_contract::identity::Session;
use vitrine_contract::orders::{AddressChoice, Channel, PlaceOrder};
use vitrine_contract::payments::PaymentChoice;
use vitrine_contract::{Money, ProductId, VariantId};
use vitrine_pricing::one_click::{Obstacle, Situation, obstacle};
use vitrine_pricing::{PricingError, QuoteLine, quote};

use crate::features::account::address_line;
use crate::i18n::Locale;

/// What one click would buy, with all that a shopper must see before it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    /// What it costs in all.
    pub total: Money,
    /// The delivery fee in it.
    pub delivery: Money,
    /// What is in the way.
    pub obstacle: Option<Obstacle>,
    /// The password-free limit of the default payment method.
    pub limit: Option<Money>,
    /// Up to this total a first purchase may be made by one click.
    pub threshold: Money,
    /// Who receives it and where, in one line.
    pub to: String,
    /// The means of payment, as its owner knows it.
    pub paid_with: String,
    order: Option<(AddressChoice, PaymentChoice)>,
}

impl Offer {
    /// The offer for one piece. Errors when the shop's amounts don't go together.
    pub fn new(
        session: &Session,
        product: &ProductId,
        unit_price: Money,
        in_stock: bool,
    ) -> Result<Self, PricingError> {
        let line = QuoteLine { id: String::new(), unit_price, quantity: 1 };
        let quote = quote(&[line], &[], &session.shop.delivery)?;
        let shopper = session.shopper.as_ref();
        let address = shopper.and_then(|s| s.default_address.as_ref());
        let method = shopper.and_then(|s| s.default_payment_method.as_ref());
        let limit = method.map(|m| m.password_free_limit);
        let threshold = session.shop.one_click_threshold;
        let obstacle = obstacle(&Situation {
            signed_in: shopper.is_some(),
            has_default_address: address.is_some(),
            password_free_limit: limit,
            in_stock,
            bought_before: shopper.is_some_and(|s| s.bought_products.contains(product)),
            total: quote.total,
            threshold,
        })?;
        Ok(Self {
            total: quote.total,
            delivery: quote.delivery,
            obstacle,
            limit,
            threshold,
            to: address.map_or_else(String::new, |a| {
                let f = &a.fields;
                format!("{} · {}", f.name, address_line(f))
            }),
            paid_with: method.map_or_else(String::new, |m| m.label.clone()),
            order: address.zip(method).map(|(address, method)| {
                (
                    AddressChoice::Stored { id: address.id.clone() },
                    PaymentChoice::Method { id: method.id.clone() },
                )
            }),
        })
    }

    /// The order that the click places; `None` while something is in the way.
    pub fn order(&self, l: Locale, variant: &VariantId) -> Option<PlaceOrder> {
        let (address, payment) = self.order.clone().filter(|_| self.obstacle.is_none())?;
        Some(PlaceOrder {
            channel: Channel::OneClick,
            lines: vec![LineRequest { variant: variant.clone(), quantity: 1 }],
            address,
            contact: None,
            payment,
            expected_total: self.total,
            language: l.tag().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use vitrine_contract::addresses::{Address, AddressFields};
    use vitrine_contract::identity::Shopper;
    use vitrine_contract::payments::{PaymentKind, PaymentMethod};
    use vitrine_contract::shop::Shop;
    use vitrine_pricing::{Currency, DeliveryRule};

    use super::*;

    fn fen(amount: i64) -> Money {
        Money::new(amount, Currency::CNY)
    }

    fn session() -> Session {
        let fields = AddressFields {
            name: "王小明".into(),
            city: "杭州市".into(),
            street: "文三路1号".into(),
            ..Default::default()
        };
        Session {
            shop: Shop {
                name: "橱窗".into(),
                delivery: DeliveryRule { fee: fen(800), free_from: Some(fen(9_900)) },
                one_click_threshold: fen(20_000),
                undo_seconds: 60,
                demo: true,
            },
            shopper: Some(Shopper {
                id: "s".into(),
                contact: "138****8000".into(),
                demo: true,
                default_address: Some(Address {
                    id: "a".into(),
                    version: 1,
                    is_default: true,
                    fields,
                }),
                default_payment_method: Some(PaymentMethod {
                    id: "m".into(),
                    version: 1,
                    kind: PaymentKind::Card,
                    label: "•••• 4242".into(),
                    is_default: true,
                    password_free_limit: fen(100_000),
                }),
                bought_products: vec!["known".into()],
            }),
            now: "2026-11-21T08:30:00Z".into(),
        }
    }

    #[test]
    fn the_total_includes_delivery_and_is_what_the_order_expects() {
        let offer = Offer::new(&session(), &"new".into(), fen(2_900), true).expect("an offer");
        assert_eq!((offer.total, offer.delivery, offer.obstacle), (fen(3_700), fen(800), None));
        assert_eq!(offer.to, "王小明 · 杭州市文三路1号");
        let order = offer.order(Locale::En, &"v".into()).expect("an order");
        assert_eq!(order.expected_total, fen(3_700));
        assert_eq!(order.lines, [LineRequest { variant: "v".into(), quantity: 1 }]);
    }

    #[test]
    fn a_dear_first_purchase_is_in_the_way_until_it_was_bought_once() {
        let dear = |product: &str| {
            Offer::new(&session(), &product.into(), fen(50_000), true).expect("an offer")
        };
        assert_eq!(dear("new").obstacle, Some(Obstacle::FirstPurchase));
        assert_eq!(dear("new").order(Locale::En, &"v".into()), None);
        assert_eq!(dear("known").obstacle, None);
    }

    #[test]
    fn a_guest_is_asked_to_sign_in() {
        let guest = Session { shopper: None, ..session() };
        let offer = Offer::new(&guest, &"new".into(), fen(2_900), true).expect("an offer");
        assert_eq!(offer.obstacle, Some(Obstacle::SignIn));
        assert_eq!(offer.order(Locale::En, &"v".into()), None);
    }
}
