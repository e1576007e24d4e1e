//! Waits until the demo goods show their photos, so that every run measures the same shop.

use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::files;
use crate::http::Client;
use crate::workspace::Workspace;

const PATIENCE: Duration = Duration::from_secs(300);
/// More products than any demo has.
const PAGES_MAX: usize = 100;

/// Waits; answers with what must be said about the photos, if anything.
pub fn wait(workspace: &Workspace, address: SocketAddr) -> Result<Option<String>> {
    if files::walk(&workspace.path(".demo-photos"))?.is_empty() {
        return Ok(Some("The demo's photos could not be fetched: drawn placeholders.".into()));
    }
    println!("demo photos: waiting for their import, about a minute on 2 cores");
    let start = Instant::now();
    let mut client = Client::connect(address)?;
    loop {
        let drawn = products(&mut client)?.iter().filter(|tile| is_drawn(tile)).count();
        if drawn == 0 {
            println!("demo photos: imported after {} s", start.elapsed().as_secs());
            return Ok(None);
        }
        if start.elapsed() > PATIENCE {
            bail!("{drawn} products still have no photo after {} s", PATIENCE.as_secs());
        }
        thread::sleep(Duration::from_millis(500));
    }
}

fn is_drawn(tile: &Value) -> bool {
    tile["picture"]["template"].as_str().is_some_and(|url| url.contains("/drawn-"))
}

/// The tiles of all products.
pub fn products(client: &mut Client) -> Result<Vec<Value>> {
    let mut found = Vec::new();
    let mut cursor = String::new();
    for _ in 0..PAGES_MAX {
        let page = get(client, &format!("/api/products?lang=zh-Hans&limit=60{cursor}"))?;
        found.extend(page["items"].as_array().context("a list without items")?.iter().cloned());
        let Some(next) = page["meta"]["next"].as_str() else { return Ok(found) };
        cursor = format!("&cursor={next}");
    }
    bail!("a list without an end")
}

/// An answer's JSON.
pub fn get(client: &mut Client, path: &str) -> Result<Value> {
    let answer = client.get(path)?;
    ensure!(answer.status == 200, "{path} is answered with {}", answer.status);
    serde_json::from_slice(&answer.body).with_context(|| format!("{path} is no JSON"))
}
