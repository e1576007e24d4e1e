//! The shop in use: from a tap to its answer.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::figures::{Budget, Spread};
use super::lighthouse::CHROMIUM;
use super::table::Table;
use crate::process;
use crate::tools::ensure_packages;
use crate::workspace::Workspace;

const FOLDER: &str = "tests/e2e";

/// One thing that was done several times.
struct Done {
    what: String,
    /// How many times slower the processor was made.
    rate: u64,
    values: Vec<f64>,
}

impl Done {
    fn read(done: &Value) -> Option<Self> {
        let values = done["values"].as_array()?.iter().map(Value::as_f64).collect::<Option<_>>()?;
        Some(Self { what: done["what"].as_str()?.to_owned(), rate: done["rate"].as_u64()?, values })
    }
}

pub fn measure(workspace: &Workspace, shop: SocketAddr, chromium: &Path) -> Result<Table> {
    println!("the shop in use: about two minutes");
    ensure_packages(workspace, FOLDER, true)?;
    let mut script = workspace.command("node");
    script.current_dir(workspace.path(FOLDER)).arg("using.mjs");
    script.arg(format!("http://{shop}")).arg(chromium).args(CHROMIUM);
    let printed: Value = serde_json::from_str(&process::read(&mut script)?)?;
    let done: Option<Vec<Done>> =
        printed.as_array().and_then(|all| all.iter().map(Done::read).collect());
    let mut table =
        Table::new("In use, on a phone's screen", &["what", "processor", "is", "budget", ""]);
    for Done { what, rate, values } in done.context("using.mjs printed something else")? {
        let spread = Spread::of(values).with_context(|| format!("{what}: no value"))?;
        let (limit, digits) = limit(&what, rate);
        table.row([
            what,
            if rate == 1 { "as it is".into() } else { format!("{rate} times slower") },
            spread.shown(|value| format!("{value:.digits$}")),
            limit.map(|limit| format!("≤ {limit}")).unwrap_or_default(),
            limit.map_or("", |limit| Budget::AtMost(limit).verdict(spread.median)).into(),
        ]);
    }
    table.note(
        "Milliseconds from the tap to the frame that shows the answer, network over loopback \
         included; medians, least and most in brackets. Frames come every 16 to 17 ms. A \
         product's title and picture are shown as its tile had them, and the whole page, with \
         the price, as soon as it is made.",
    );
    Ok(table)
}

/// The budget, and the digits behind the point.
fn limit(what: &str, rate: u64) -> (Option<f64>, usize) {
    let slow = rate > 1;
    let limit = match what {
        "list to product's title, prefetched" => Some(if slow { 50.0 } else { 30.0 }),
        "list to product's title, not prefetched" => Some(if slow { 150.0 } else { 100.0 }),
        "add to cart to its count" | "choice of a variant to its price" if slow => Some(50.0),
        "one click to the placed order" => Some(100.0),
        "requests of one click" => Some(1.0),
        "heap after 50 visits, beside that after 5" => return (Some(1.1), 3),
        _ => None,
    };
    (limit, 0)
}
