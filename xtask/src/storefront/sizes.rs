//! What a first visit costs, held against the budgets.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::page::without_later_files;
use super::{assets, sheets, split, worker};
use crate::files;
use crate::workspace::Workspace;

/// 1 KB is 1000 bytes here.
pub const FIRST_LOAD: u64 = 190_000;
/// Each file of Wasm that comes after it.
const LATER: u64 = 90_000;
const CSS: u64 = 20_000;
const HAND_WRITTEN: u64 = 6_000;

/// Of the page itself, among the rows.
const PAGE: &str = "HTML, styles inside";

pub struct Row {
    pub what: &'static str,
    pub raw: u64,
    pub brotli: u64,
}

impl Row {
    /// Whether it is the page itself, which a server writes anew for each path.
    pub fn is_page(&self) -> bool {
        self.what == PAGE
    }
}

pub struct Sizes {
    /// What every page needs.
    pub rows: Vec<Row>,
    /// The parts of the shop window, of which a page needs one.
    pub window: Vec<(&'static str, u64)>,
    /// The sheets that a server may have loaded beside a page, by part.
    pub beside: Vec<(&'static str, u64)>,
    /// The files of Wasm that come after it, by name.
    pub later: Vec<(String, u64)>,
    pub css: u64,
    pub hand_written: u64,
}

impl Sizes {
    /// The style that a home, list or product page has loaded beside it.
    pub fn beside(&self, page: &str) -> u64 {
        let is_shown = |of: &str| match of {
            sheets::CONTROLS | "results" => page == "home",
            "below" => page == "product",
            _ => true,
        };
        self.beside.iter().filter(|(of, _)| is_shown(of)).map(|(_, size)| size).sum()
    }

    /// The budgets that do not hold.
    pub fn broken(&self) -> Vec<String> {
        self.budgets()
            .into_iter()
            .filter(|(_, is, may)| is > may)
            .map(|(what, is, may)| format!("{what}: {} of {} KB", kb(is), kb(may)))
            .collect()
    }

    /// What is measured, its size and the most it may be, in bytes.
    pub fn budgets(&self) -> Vec<(String, u64, u64)> {
        let every_page: u64 = self.rows.iter().map(|row| row.brotli).sum();
        let first = self.window.iter().map(|(part, size)| {
            (format!("first load, {part}, brotli"), every_page + size, FIRST_LOAD)
        });
        let later = self.later.iter().map(|(name, size)| (format!("{name}, brotli"), *size, LATER));
        let rest = [
            ("CSS in all, brotli".to_owned(), self.css, CSS),
            ("hand-written JavaScript".to_owned(), self.hand_written, HAND_WRITTEN),
        ];
        first.chain(later).chain(rest).collect()
    }
}

impl Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "| every page | KB | KB brotli |\n|---|---:|---:|")?;
        for row in &self.rows {
            writeln!(out, "| {} | {} | {} |", row.what, kb(row.raw), kb(row.brotli))?;
        }
        writeln!(out, "\n| budget | KB | at most |\n|---|---:|---:|")?;
        for (what, is, may) in self.budgets() {
            writeln!(out, "| {what} | {} | {} |", kb(is), kb(may))?;
        }
        Ok(())
    }
}

/// As all tables show it.
pub fn kb(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

pub fn measure(workspace: &Workspace) -> Result<Sizes> {
    let dist = workspace.dist();
    let mut kinds: BTreeMap<&'static str, (u64, u64)> = BTreeMap::new();
    let first = every_page(&dist)?;
    for path in &first {
        let kind = match files::extension(path).as_str() {
            "html" => "1 HTML, styles inside",
            "css" => "2 CSS",
            "js" => "3 JavaScript",
            "wasm" => "4 Wasm",
            _ => continue,
        };
        let (raw, brotli) = (files::size(path)?, compressed(path)?);
        let sum = kinds.entry(kind).or_default();
        *sum = (sum.0 + raw, sum.1 + brotli);
    }
    let rows: Vec<_> = kinds
        .into_iter()
        .map(|(kind, (raw, brotli))| Row { what: &kind[2..], raw, brotli })
        .collect();
    let (mut window, mut beside, mut later) = (Vec::new(), Vec::new(), Vec::new());
    let mut css = inline_css(workspace, &dist)?;
    for path in files::walk(&dist)? {
        match files::extension(&path).as_str() {
            "css" => match sheets::beside(&assets::name(&path)) {
                Some(part) => beside.push((part, compressed(&path)?)),
                None if sheets::is_in_page(&assets::name(&path)) => {}
                None => css += compressed(&path)?,
            },
            "wasm" if !first.contains(&path) => {
                let (name, size) = (assets::name(&path), compressed(&path)?);
                window.extend(split::window_part(&name).map(|part| (part, size)));
                later.push((name, size));
            }
            _ => {}
        }
    }
    Ok(Sizes { window, beside, later, css, hand_written: hand_written(workspace, &dist)?, rows })
}

/// The page and every file of ours that it names, without the parts of the shop window.
fn every_page(dist: &Path) -> Result<Vec<PathBuf>> {
    let page = dist.join("index.html");
    let html = files::read(&page).context("no release in dist/: build it first")?;
    // What is fetched when the browser is idle is no part of it.
    let html = without_later_files(&html);
    let named = |path: &PathBuf| {
        path.file_name().is_some_and(|name| html.contains(&*name.to_string_lossy()))
    };
    let kinds = ["css", "js", "wasm"];
    let mut found = files::walk(dist)?;
    found.retain(|path| kinds.contains(&&*files::extension(path)) && named(path));
    let is_of_part = |name: &str| split::window_part(name).is_some() || sheets::is_in_page(name);
    found.retain(|path| !is_of_part(&assets::name(path)));
    // A service worker starts after the first load, even where the page names it.
    found.retain(|path| !path.ends_with(worker::FILE));
    found.push(page);
    Ok(found)
}

fn compressed(path: &Path) -> Result<u64> {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    let brotli = PathBuf::from(name);
    if brotli.exists() { files::size(&brotli) } else { files::size(path) }
}

/// The style elements of the page, compressed by themselves.
fn inline_css(workspace: &Workspace, dist: &Path) -> Result<u64> {
    let html = files::read(&dist.join("index.html"))?;
    let css = between(&html, "<style", "</style>");
    if css.is_empty() {
        return Ok(0);
    }
    let folder = workspace.target().join("xtask/css");
    let path = folder.join("inline.css");
    files::write(&path, css)?;
    crate::process::run(workspace.command("node").arg("tools/compress.mjs").arg(&folder))?;
    compressed(&path)
}

/// The service worker without its list of files, the other scripts that are delivered as
/// they were written, and the page's own: as they are delivered, since comments cost nobody.
fn hand_written(workspace: &Workspace, dist: &Path) -> Result<u64> {
    let mut sum = worker::size_by_hand(workspace)?;
    for folder in ["public", "src"] {
        for path in files::walk(&workspace.path(folder))? {
            if ["js", "mjs"].contains(&&*files::extension(&path)) {
                sum += files::size(&path)?;
            }
        }
    }
    let html = files::read(&dist.join("index.html"))?;
    Ok(sum + between(&html, "<script", "</script>").len() as u64)
}

/// The contents of all elements with this opening, without structured data.
fn between(html: &str, opening: &str, closing: &str) -> String {
    let mut found = String::new();
    for part in html.split(opening).skip(1) {
        let Some((attributes, rest)) = part.split_once('>') else { continue };
        if !attributes.contains("json") {
            found += rest.split(closing).next().unwrap_or_default();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn counts_scripts_but_no_data() {
        let html = "<script>let a</script><p><script type=application/ld+json>{}</script>\
            <script type=module>let b</script>";
        assert_eq!(between(html, "<script", "</script>"), "let alet b");
    }
}
