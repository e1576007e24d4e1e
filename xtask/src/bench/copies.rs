//! The pages that stand beside the shop's.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::Result;

use super::site::{self, Page};
use super::visits::PAGES;
use super::{Bench, snapshot};
use crate::{files, process};

/// Serves the pages without script.
pub fn start(bench: &Bench, backend: SocketAddr, chromium: &Path) -> Result<SocketAddr> {
    let folder = bench.folder().join("scriptless");
    let profile = bench.folder().join("chromium");
    for (name, path) in PAGES {
        println!("{name}: taking a copy without script");
        let url = format!("http://{backend}{path}");
        let html = snapshot::take(bench.workspace, chromium, &profile, &url)?;
        files::write(&folder.join(format!("{name}.html")), html)?;
    }
    // The same brotli as the release's own files.
    process::run(bench.workspace.command("node").arg("tools/compress.mjs").arg(&folder))?;
    let page = |(name, path): (&str, &str)| {
        anyhow::Ok((path.to_owned(), Page::read(&folder.join(format!("{name}.html")))?))
    };
    site::start(backend, PAGES.into_iter().map(page).collect::<Result<_>>()?)
}
