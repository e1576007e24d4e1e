//! The pages that stand beside the shop's: without script, and drawn by hand.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::Result;

use super::site::{self, Page};
use super::visits::PAGES;
use super::{Bench, snapshot, vanilla};
use crate::{files, process};

/// Where they are served.
pub struct Copies {
    pub scriptless: SocketAddr,
    pub vanilla: SocketAddr,
}

/// Makes them of the shop's pages and serves them, each under the shop's own paths.
pub fn start(bench: &Bench, backend: SocketAddr, chromium: &Path) -> Result<Copies> {
    let folder = bench.folder().join("copies");
    let profile = bench.folder().join("chromium");
    let (scriptless, vanilla) = (folder.join("scriptless"), folder.join("vanilla"));
    for (name, path) in PAGES {
        println!("{name}: taking a copy without script");
        let url = format!("http://{backend}{path}");
        let html = snapshot::take(bench.workspace, chromium, &profile, &url)?;
        files::write(&vanilla.join(file(name)), vanilla::page(&html)?)?;
        files::write(&scriptless.join(file(name)), html)?;
    }
    let script = vanilla.join("page.js");
    files::write(&script, vanilla::SCRIPT)?;
    // The same brotli as the release's own files.
    process::run(bench.workspace.command("node").arg("tools/compress.mjs").arg(&folder))?;
    let mut drawn = pages(&vanilla)?;
    drawn.insert(vanilla::SCRIPT_PATH.to_owned(), Page::read(&script)?);
    Ok(Copies {
        scriptless: site::start(backend, pages(&scriptless)?)?,
        vanilla: site::start(backend, drawn)?,
    })
}

fn pages(folder: &Path) -> Result<HashMap<String, Page>> {
    let page =
        |(name, path): (&str, &str)| Ok((path.to_owned(), Page::read(&folder.join(file(name)))?));
    PAGES.into_iter().map(page).collect()
}

fn file(name: &str) -> String {
    format!("{name}.html")
}
