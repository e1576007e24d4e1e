//! How fast the backend reads and sells, asked over loopback.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Result, ensure};

use super::figures::{Budget, grouped};
use super::import;
use super::load::{self, Answered, Request};
use super::purchases::Purchases;
use super::table::Table;
use crate::backend::Backend;
use crate::http::Client;

const MANY: usize = 16;
const LIST: &str = "/api/products?lang=zh-Hans";
const CATEGORY: &str = "/api/products?lang=zh-Hans&category=home";
const PRODUCT: &str = "/api/products/laptop?lang=zh-Hans";

/// The tiles of a page of a list, for which the budget is meant.
const TILES: usize = 24;
/// Enough for a median, few enough to leave goods for the sixteen.
const ORDERS_OF_ONE: usize = 500;

pub fn measure(backend: &Backend, quick: bool) -> Result<Table> {
    let time = Duration::from_secs(if quick { 2 } else { 5 });
    let mut api = Api { address: backend.address, time, table: table(), own_share: 0.0 };
    let category = api.check()?;
    let kept = |path: &'static str| move |_| Some(Request::get(path));
    // Another price filter each time, above every price: no answer is there yet.
    let price = AtomicUsize::new(100_000_000);
    let anew = |_| {
        let price = price.fetch_add(1, Ordering::Relaxed);
        Some(Request::get(format!("{LIST}&price_max={price}")))
    };
    let limits = Limits { p50: Some(2.0), rate: Some(2000.0) };
    api.read("list of 24", limits, kept(LIST))?;
    api.read("list of 24, no answer kept", Limits::default(), anew)?;
    api.read(&format!("list of a category ({category})"), Limits::default(), kept(CATEGORY))?;
    api.read("product page", Limits::default(), kept(PRODUCT))?;
    api.buy()?;
    Ok(api.finish())
}

fn table() -> Table {
    let head = ["what", "clients", "p50 ms", "p95 ms", "per second", "budget", ""];
    Table::new("API, over loopback", &head)
}

/// What was promised: milliseconds for one client, answers a second for sixteen.
#[derive(Clone, Copy, Default)]
struct Limits {
    p50: Option<f64>,
    rate: Option<f64>,
}

struct Api {
    address: SocketAddr,
    time: Duration,
    table: Table,
    own_share: f64,
}

impl Api {
    /// The list that the budget means holds 24 products; returns how many the category has.
    fn check(&self) -> Result<usize> {
        let mut client = Client::connect(self.address)?;
        let count = |client: &mut Client, path| -> Result<usize> {
            Ok(import::get(client, path)?["items"].as_array().map_or(0, Vec::len))
        };
        let tiles = count(&mut client, LIST)?;
        ensure!(tiles == TILES, "{LIST} holds {tiles} products");
        count(&mut client, CATEGORY)
    }

    fn read(
        &mut self,
        what: &str,
        limits: Limits,
        next: impl Fn(usize) -> Option<Request> + Sync,
    ) -> Result<()> {
        println!("API: {what}, {} s with 1 client and with {MANY}", self.time.as_secs());
        load::run(self.address, 1, Duration::from_millis(500), &next)?;
        let one = load::run(self.address, 1, self.time, &next)?;
        self.row(what, 1, &one, limits);
        let many = load::run(self.address, MANY, self.time, &next)?;
        self.row(what, MANY, &many, limits);
        Ok(())
    }

    fn buy(&mut self) -> Result<()> {
        let purchases = Purchases::prepare(self.address)?;
        println!("API: buying, {} pieces are on the shelves", purchases.count());
        let limits = Limits { p50: Some(8.0), rate: Some(300.0) };
        let what = "whole purchase";
        let first = ORDERS_OF_ONE.min(purchases.count() / 4);
        let one = load::run(self.address, 1, self.time, |n| {
            (n < first).then(|| purchases.order(n)).flatten()
        })?;
        self.row(what, 1, &one, limits);
        let many = load::run(self.address, MANY, self.time, |n| purchases.order(first + n))?;
        self.row(what, MANY, &many, limits);
        self.table.note(format!(
            "A purchase is one `POST /api/orders` of a guest who pays cash: {} orders were \
             placed, while the demo's actors worked on them.",
            grouped((one.count() + many.count()) as f64)
        ));
        Ok(())
    }

    fn row(&mut self, what: &str, clients: usize, answered: &Answered, limits: Limits) {
        self.own_share = self.own_share.max(answered.own_share.unwrap_or(0.0));
        let (p50, rate) = (answered.percentile(0.5), answered.per_second());
        let (budget, verdict) = match (clients, limits) {
            (1, Limits { p50: Some(limit), .. }) => {
                (format!("p50 ≤ {limit} ms"), Budget::AtMost(limit).verdict(p50))
            }
            (MANY, Limits { rate: Some(limit), .. }) => {
                (format!("≥ {} a second", grouped(limit)), Budget::AtLeast(limit).verdict(rate))
            }
            _ => (String::new(), ""),
        };
        self.table.row([
            what,
            &clients.to_string(),
            &format!("{p50:.2}"),
            &format!("{:.2}", answered.percentile(0.95)),
            &grouped(rate),
            &budget,
            verdict,
        ]);
    }

    fn finish(mut self) -> Table {
        self.table.note(format!(
            "Each load ran {} s on connections that were kept, compressed as browsers ask for it. \
             Answers of the catalogue are kept until something they show changes; in \"no answer \
             kept\" every request asks for something new. The measuring program ran on the same \
             cores and took up to {:.0} % of one of them.",
            self.time.as_secs(),
            self.own_share * 100.0
        ));
        self.table
    }
}
