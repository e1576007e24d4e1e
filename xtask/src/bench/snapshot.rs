//! A page as a browser has built it, without any script: the limit to compare with.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::elements;
use super::lighthouse::{CHROMIUM, LANGUAGE};
use crate::storefront::sheets::{PART, PART_FILE};
use crate::workspace::Workspace;

/// Milliseconds of the browser's virtual clock, which stands still while it fetches.
const BUILT_AFTER: &str = "--virtual-time-budget=15000";
/// A phone's, like Lighthouse's.
const WINDOW: &str = "--window-size=412,823";

/// The page at a URL once it is built, scripts and the fetching of Wasm taken out.
pub fn take(workspace: &Workspace, chromium: &Path, profile: &Path, url: &str) -> Result<String> {
    let mut command = workspace.command(chromium);
    command.args(CHROMIUM).args([LANGUAGE, WINDOW, BUILT_AFTER, "--dump-dom"]);
    command.arg(format!("--user-data-dir={}", profile.display())).arg(url);
    // Not read by process::read: Chromium complains at length about a missing desktop.
    let output = command.output().context("cannot start Chromium")?;
    ensure!(output.status.success(), "Chromium could not show {url}: {}", output.status);
    let html = String::from_utf8(output.stdout).context("a page that is no text")?;
    ensure!(html.contains("/media/"), "{url} was not built: it shows no picture");
    Ok(without_script(&html))
}

fn without_script(html: &str) -> String {
    let html = elements::without(html, &elements::find(html, "script", true, |_| true));
    let goes = |tag: &str| fetches_code(tag) || is_for_other_pages(tag);
    let html = elements::without(&html, &elements::find(&html, "link", false, goes));
    // Quirks mode would be another page.
    let has_doctype = html.trim_start().to_ascii_lowercase().starts_with("<!doctype html");
    if has_doctype { html } else { format!("<!DOCTYPE html>\n{html}") }
}

fn fetches_code(tag: &str) -> bool {
    let has = |text: &str| tag.contains(text);
    let ahead = has("preload") || has("prefetch");
    has("modulepreload") || (ahead && (has("as=\"fetch\"") || has("as=\"script\"")))
}

/// Style that the app has fetched, and this page has no need of; what the page itself
/// loads is marked.
fn is_for_other_pages(tag: &str) -> bool {
    tag.contains(PART_FILE) && !tag.contains(PART)
}

#[cfg(test)]
mod tests {
    use super::without_script;

    #[test]
    fn only_scripts_and_their_preloads_go() {
        let html = "<!DOCTYPE html><html><head><script>let a = \"<b>\";</script>\
            <link rel=\"modulepreload\" href=\"/a.js\"><link rel=\"icon\" href=\"/i.svg\">\
            <link rel=\"preload\" href=\"/a.wasm\" as=\"fetch\">\
            <link rel=\"prefetch\" as=\"fetch\" href=\"/later.wasm\">\
            <link rel=\"preload\" href=\"/a.webp\" as=\"image\"><style>a{}</style></head>\
            <body><p>script<script type=\"module\">x</script></p></body></html>";
        let expected = "<!DOCTYPE html><html><head><link rel=\"icon\" href=\"/i.svg\">\
            <link rel=\"preload\" href=\"/a.webp\" as=\"image\"><style>a{}</style></head>\
            <body><p>script</p></body></html>";
        assert_eq!(without_script(html), expected);
        assert_eq!(without_script("<html></html>"), "<!DOCTYPE html>\n<html></html>");
    }

    #[test]
    fn the_style_of_other_pages_goes() {
        let html = "<!DOCTYPE html><link rel=\"prefetch\" as=\"style\" href=\"/vitrine-sheet-later-0.css\">\
            <link rel=\"stylesheet\" href=\"/vitrine-sheet-later-0.css\"><p>text\
            <link data-part=\"below\" href=\"/vitrine-sheet-below-0.css\" rel=\"stylesheet\">";
        let expected = "<!DOCTYPE html><p>text\
            <link data-part=\"below\" href=\"/vitrine-sheet-below-0.css\" rel=\"stylesheet\">";
        assert_eq!(without_script(html), expected);
    }
}
