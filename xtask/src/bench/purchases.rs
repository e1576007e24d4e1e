//! Orders of guests who pay cash, as many as there are pieces on the shelves.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::import::{get, products};
use super::load::Request;
use crate::http::Client;

pub struct Purchases {
    /// The body of an order for one piece of each variant.
    bodies: Vec<String>,
    /// Whose turn it is, one after the other, as long as pieces are left.
    turns: Vec<usize>,
}

impl Purchases {
    /// Looks at what is on the shelves and what it costs.
    pub fn prepare(address: SocketAddr) -> Result<Self> {
        let mut client = Client::connect(address)?;
        let (mut bodies, mut stocks) = (Vec::new(), Vec::new());
        for tile in products(&mut client)? {
            let slug = tile["slug"].as_str().context("a product without a slug")?;
            let page = get(&mut client, &format!("/api/products/{slug}?lang=zh-Hans"))?;
            let variants = page["product"]["variants"].as_array().context("no variants")?.clone();
            for variant in variants {
                let id = variant["id"].as_str().context("a variant without an id")?;
                // The last piece stays: a variant that sells out is another story.
                let spare = variant["stock"].as_u64().unwrap_or(0).saturating_sub(1);
                if spare > 0 {
                    bodies.push(body(&mut client, id)?);
                    stocks.push(spare);
                }
            }
        }
        ensure!(!bodies.is_empty(), "nothing is in stock");
        Ok(Self { turns: turns(&stocks), bodies })
    }

    pub fn count(&self) -> usize {
        self.turns.len()
    }

    /// The order number `n`; `None` when the shelves are empty.
    pub fn order(&self, n: usize) -> Option<Request> {
        let body = self.bodies[*self.turns.get(n)?].clone();
        Some(Request {
            method: "POST",
            path: "/api/orders".into(),
            headers: vec![("idempotency-key", format!("bench-{n}"))],
            body: Some(body),
            expected: 201,
        })
    }
}

/// Round after round over all variants, so that neighbours in time buy different goods.
fn turns(stocks: &[u64]) -> Vec<usize> {
    let rounds = stocks.iter().copied().max().unwrap_or(0);
    let round = |round| (0..stocks.len()).filter(move |at| stocks[*at] > round);
    (0..rounds).flat_map(round).collect()
}

fn body(client: &mut Client, variant: &str) -> Result<String> {
    let cart = get(client, &format!("/api/cart?lang=zh-Hans&lines={variant}:1"))?;
    let total: &Value = &cart["quote"]["total"];
    ensure!(total.is_object(), "no price for a variant in stock");
    let order = json!({
        "channel": "checkout",
        "lines": [{ "variant": variant, "quantity": 1 }],
        "address": {
            "kind": "typed",
            "name": "王小明",
            "phone": "13800138000",
            "region": "浙江省",
            "city": "杭州市西湖区",
            "street": "文三路 1 号 2 幢 301",
            "postal_code": "310012",
        },
        "contact": "wang@example.com",
        "payment": { "kind": "cash_on_delivery" },
        "expected_total": total,
        "language": "zh-Hans",
    });
    Ok(order.to_string())
}

#[cfg(test)]
mod tests {
    use super::turns;

    #[test]
    fn every_piece_is_sold_once_and_spread() {
        assert_eq!(turns(&[2, 0, 3]), [0, 2, 0, 2, 2]);
        assert_eq!(turns(&[]), Vec::<usize>::new());
    }
}
