//! What is to be bought, and what it costs by what was last known.

use serde::{Deserialize, Serialize};
use vitrine_contract::cart::{Availability, CartItem, CartLine, CartQuote, LineRequest};
use vitrine_contract::products::DeliveryPromise;
use vitrine_contract::{Money, VariantId};
use vitrine_pricing::{DeliveryRule, Quote, QuoteLine, quote};

/// The most lines that are remembered beyond those asked about.
const REMEMBERED: usize = 60;

/// What the shop said last about variants, kept on this device so that totals
/// stand at once, offline too.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Known {
    lines: Vec<CartLine>,
    rule: Option<DeliveryRule>,
    promise: Option<DeliveryPromise>,
}

impl Known {
    /// Takes over an answer. Returns the variants whose price is not what was
    /// known, with the old price.
    pub fn learn(
        &mut self,
        answer: CartQuote,
        rule: Option<DeliveryRule>,
    ) -> Vec<(VariantId, Money)> {
        let price = |line: &CartLine| line.item.as_ref().map(|item| item.unit_price);
        let mut changed = Vec::new();
        for new in &answer.lines {
            let old = self.line(&new.variant).and_then(price);
            if let (Some(old), Some(now)) = (old, price(new))
                && old != now
            {
                changed.push((new.variant.clone(), old));
            }
        }
        let named = |old: &CartLine| answer.lines.iter().any(|new| new.variant == old.variant);
        self.lines.retain(|old| !named(old));
        self.lines.splice(0..0, answer.lines);
        self.lines.truncate(REMEMBERED);
        self.rule = rule.or(self.rule);
        self.promise = answer.delivery.or(self.promise.take());
        changed
    }

    fn line(&self, variant: &VariantId) -> Option<&CartLine> {
        self.lines.iter().find(|line| line.variant == *variant)
    }
}

/// Whether a line can be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineState {
    /// The shop has not said yet.
    Unknown,
    /// Yes.
    Available,
    /// This many are left, fewer than wanted.
    Insufficient(u32),
    /// None is left.
    SoldOut,
    /// No longer sold.
    Gone,
}

/// A line with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct BasketLine {
    /// What is wanted.
    pub wanted: LineRequest,
    /// Whether it can be had.
    pub state: LineState,
    /// The goods.
    pub item: Option<CartItem>,
    /// The most that can be had of it.
    pub most: u32,
}

/// What is to be bought, and what it costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Basket {
    /// All lines.
    pub lines: Vec<BasketLine>,
    /// What the lines that can be bought cost; `None` when there are none.
    pub quote: Option<Quote>,
    /// When they would arrive.
    pub promise: Option<DeliveryPromise>,
}

impl Basket {
    /// The lines by what is known; `rule` is the shop's current one.
    pub fn new(wanted: &[LineRequest], known: &Known, rule: Option<DeliveryRule>) -> Self {
        let lines: Vec<_> = wanted.iter().map(|wanted| line(wanted, known)).collect();
        let quoted: Vec<_> = lines
            .iter()
            .filter(|line| line.state == LineState::Available)
            .filter_map(|line| {
                Some(QuoteLine {
                    id: line.wanted.variant.0.clone(),
                    unit_price: line.item.as_ref()?.unit_price,
                    quantity: line.wanted.quantity,
                })
            })
            .collect();
        let rule = rule.or(known.rule);
        let quote = rule.and_then(|rule| quote(&quoted, &[], &rule).ok());
        Self { lines, quote, promise: known.promise.clone() }
    }

    /// The lines that can be bought.
    pub fn buyable(&self) -> Vec<LineRequest> {
        let lines = self.lines.iter().filter(|line| line.state == LineState::Available);
        lines.map(|line| line.wanted.clone()).collect()
    }

    /// Whether the shop has not said anything about some line yet.
    pub fn is_unknown(&self) -> bool {
        self.lines.iter().any(|line| line.state == LineState::Unknown)
    }

    /// Whether a total may still come: of some line, or of the shop's rules,
    /// nothing is known yet.
    pub fn is_waiting(&self) -> bool {
        self.quote.is_none() && (self.is_unknown() || !self.buyable().is_empty())
    }

    /// Whether every line can be bought.
    pub fn is_complete(&self) -> bool {
        self.lines.iter().all(|line| line.state == LineState::Available)
    }
}

fn line(wanted: &LineRequest, known: &Known) -> BasketLine {
    let Some(line) = known.line(&wanted.variant) else {
        let (state, item) = (LineState::Unknown, None);
        return BasketLine { wanted: wanted.clone(), state, item, most: wanted.quantity };
    };
    let state = match &line.availability {
        Availability::Gone | Availability::Other(_) => LineState::Gone,
        _ if line.item.is_none() => LineState::Gone,
        Availability::SoldOut => LineState::SoldOut,
        // By the stock, since the quantity may have changed since.
        Availability::Available | Availability::Insufficient => match line.stock {
            0 => LineState::SoldOut,
            left if left < wanted.quantity => LineState::Insufficient(left),
            _ => LineState::Available,
        },
    };
    BasketLine {
        wanted: wanted.clone(),
        state,
        item: line.item.clone(),
        most: line.stock.clamp(1, vitrine_pricing::MAX_QUANTITY),
    }
}

#[cfg(test)]
mod tests {
    use vitrine_contract::media::Picture;
    use vitrine_pricing::Currency;

    use super::*;

    fn fen(amount: i64) -> Money {
        Money::new(amount, Currency::CNY)
    }

    fn known(variant: &str, price: i64, stock: u32) -> CartLine {
        CartLine {
            variant: variant.into(),
            quantity: 1,
            availability: Availability::Available,
            stock,
            item: Some(CartItem {
                product: "p".into(),
                slug: "p".into(),
                title: variant.into(),
                variant_name: String::new(),
                picture: Picture {
                    template: String::new(),
                    widths: Vec::new(),
                    width: 1,
                    height: 1,
                    tone: String::new(),
                    alt: String::new(),
                },
                unit_price: fen(price),
                before_price: None,
                merchant: String::new(),
            }),
        }
    }

    fn wanted(variant: &str, quantity: u32) -> LineRequest {
        LineRequest { variant: variant.into(), quantity }
    }

    fn rule() -> Option<DeliveryRule> {
        Some(DeliveryRule { fee: fen(800), free_from: Some(fen(9_900)) })
    }

    fn answer(lines: Vec<CartLine>) -> CartQuote {
        CartQuote { lines, quote: None, delivery: None }
    }

    #[test]
    fn what_cannot_be_had_is_told_apart_and_left_out_of_the_total() {
        let mut shop = Known::default();
        let mut gone = known("gone", 1_000, 5);
        gone.availability = Availability::Gone;
        let lines = vec![known("a", 1_000, 5), known("few", 2_000, 1), known("none", 1, 0), gone];
        shop.learn(answer(lines), rule());
        let all = [
            wanted("a", 2),
            wanted("few", 3),
            wanted("none", 1),
            wanted("gone", 1),
            wanted("?", 1),
        ];
        let basket = Basket::new(&all, &shop, None);
        let states: Vec<_> = basket.lines.iter().map(|line| line.state).collect();
        assert_eq!(
            states,
            [
                LineState::Available,
                LineState::Insufficient(1),
                LineState::SoldOut,
                LineState::Gone,
                LineState::Unknown
            ]
        );
        let quote = basket.quote.as_ref().expect("a quote");
        assert_eq!((quote.items, quote.total), (fen(2_000), fen(2_800)));
        assert_eq!(basket.buyable(), [wanted("a", 2)]);
        assert!(basket.is_unknown() && !basket.is_complete());
    }

    #[test]
    fn a_new_price_is_noticed_once() {
        let mut shop = Known::default();
        assert!(shop.learn(answer(vec![known("a", 1_000, 5)]), rule()).is_empty());
        let changed = shop.learn(answer(vec![known("a", 900, 5)]), None);
        assert_eq!(changed, [("a".into(), fen(1_000))]);
        assert!(shop.learn(answer(vec![known("a", 900, 5)]), None).is_empty());
    }

    #[test]
    fn without_a_rule_there_is_no_total_and_without_lines_no_quote() {
        let mut shop = Known::default();
        shop.learn(answer(vec![known("a", 1_000, 5)]), None);
        let no_rule = Basket::new(&[wanted("a", 1)], &shop, None);
        assert!(no_rule.quote.is_none() && no_rule.is_waiting());
        let nothing = Basket::new(&[], &shop, rule());
        assert!(nothing.quote.is_none() && !nothing.is_waiting());
    }
}
