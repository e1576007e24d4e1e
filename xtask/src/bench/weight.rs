//! What a first visit loads.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::lighthouse::Visit;
use super::table::{OVER, Table};
use super::visits::PAGES;
use crate::http::Client;
use crate::storefront::sizes::{self, kb};
use crate::workspace::Workspace;

/// Until the backend has compressed all pages once more.
const SETTLING: Duration = Duration::from_secs(20);
const LANGUAGES: [(&str, &str); 2] = [("English", "en"), ("Chinese", "zh-CN")];
const HEAD: [&str; 4] = ["what", "KB", "budget", ""];

/// The budgets and the verdict are those of `cargo xtask test --only sizes`.
pub fn of_release(workspace: &Workspace) -> Result<Table> {
    let sizes = sizes::measure(workspace)?;
    let mut table = Table::new("Sizes", &HEAD);
    for (what, is, may) in sizes.budgets() {
        table.row([&what, &kb(is), &format!("≤ {}", kb(may)), verdict(is, may)]);
    }
    for row in &sizes.rows {
        table.row([format!("{}, brotli", row.what), kb(row.brotli), String::new(), String::new()]);
        table.row([format!("{}, raw", row.what), kb(row.raw), String::new(), String::new()]);
    }
    table.note("1 KB is 1000 bytes; brotli is that of quality 11, as the files are served.");
    Ok(table)
}

/// What a first visit loads of each page as the server writes it.
pub fn of_pages(workspace: &Workspace, backend: SocketAddr) -> Result<Table> {
    let sizes = sizes::measure(workspace)?;
    let app: u64 = sizes.rows.iter().filter(|row| !row.is_page()).map(|row| row.brotli).sum();
    let part_of = |page| if page == "product" { "product" } else { "lists" };
    let mut table = Table::new("First loads, as served", &HEAD);
    let mut client = Client::connect(backend)?;
    // What is asked for again is compressed as well as can be, when nobody waits for it.
    for (language, (_, path)) in LANGUAGES.iter().flat_map(|l| PAGES.map(|page| (l, page))) {
        ask(&mut client, path, language.1)?;
    }
    thread::sleep(SETTLING);
    for (name, path) in PAGES {
        for (language, tag) in LANGUAGES {
            let page = ask(&mut client, path, tag)?;
            let part = sizes.window.iter().find(|(part, _)| *part == part_of(name));
            let (_, part) = part.context("a part of the shop window is missing")?;
            let sum = page + app + part + sizes.beside(name);
            let what = format!("{name}, {language} (page {})", kb(page));
            let may = sizes::FIRST_LOAD;
            table.row([&what, &kb(sum), &format!("≤ {}", kb(may)), verdict(sum, may)]);
        }
    }
    table.note(
        "The page with its styles, its first screen and its data, the style that comes beside it, the \
         script, the main Wasm and that of its part of the shop window.",
    );
    Ok(table)
}

fn verdict(is: u64, may: u64) -> &'static str {
    if is > may { OVER } else { "ok" }
}

/// The bytes of a page in brotli.
fn ask(client: &mut Client, path: &str, language: &str) -> Result<u64> {
    let headers = [("accept-encoding", "br"), ("accept-language", language)];
    Ok(client.send("GET", path, &headers, None)?.body.len() as u64)
}

/// What the home page fetched until it was quiet.
pub fn of_images(home: &Visit) -> Table {
    let mut table = Table::new("Images of home, mobile", &["what", "figure", "budget", ""]);
    let bytes: u64 = home.images.iter().map(|image| image.bytes).sum();
    table.row(["fetched", &home.images.len().to_string(), "", ""]);
    table.row(["bytes, KB", &kb(bytes), "", ""]);
    let formats: BTreeSet<_> = home.images.iter().map(|image| image.format.as_str()).collect();
    let modern = formats.iter().all(|format| ["image/webp", "image/avif"].contains(format));
    let verdict = if modern { "ok" } else { OVER };
    let formats: Vec<_> = formats.into_iter().collect();
    table.row(["formats", &formats.join(", "), "AVIF or WebP", verdict]);
    let verdict = if home.wasted == 0 { "ok" } else { OVER };
    table.row(["too large for their place, KB", &kb(home.wasted), "0", verdict]);
    table.note("What is too large is Lighthouse's estimate (`uses-responsive-images`).");
    table
}
