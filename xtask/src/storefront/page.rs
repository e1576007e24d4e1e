//! The release's index.html: right names, style sheets inside, preloads as wanted.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::assets::{Bundle, name, replace_all};
use super::html::{Tag, edit};
use super::sheets::{self, LATER};
use super::{Options, Preload, split};
use crate::workspace::Workspace;
use crate::{files, process};

/// Starts the app. Hand-written, and counted as such.
const START: &str = "xtask/src/storefront/start.js";

/// Name of the tag that tells which files are for later.
const LATER_FILES: &str = "later-files";

pub fn finish(
    workspace: &Workspace,
    stage: &Path,
    bundle: &Bundle,
    options: &Options,
) -> Result<()> {
    let path = stage.join("index.html");
    let mut html = replace_all(files::read(&path)?, &bundle.renamed);
    html = sheets::join(stage, &html)?;
    html = edit(&html, "link", |tag| is_snippet_preload(tag).then(String::new));
    html = match options.wasm_preload {
        Preload::Page => html,
        Preload::Low => edit(&html, "link", |tag| {
            is_wasm_preload(tag).then(|| tag.text.replacen("<link", "<link fetchpriority=low", 1))
        }),
        Preload::None => edit(&html, "link", |tag| is_wasm_preload(tag).then(String::new)),
    };
    html = name_later_files(&html, bundle);
    html = start_late(&html, bundle, &start(workspace)?)?;
    files::write(&path, html)
}

/// Tells the app which files to fetch when the browser is idle: all but those that
/// only somebody who has ordered needs, and the shop window, which it loads anyway.
fn name_later_files(html: &str, bundle: &Bundle) -> String {
    let mut soon: Vec<_> = bundle.later.iter().map(|path| format!("/{}", name(path))).collect();
    soon.retain(|name| !name.contains("-after-") && split::window_part(name).is_none());
    let meta = format!("<meta name={LATER_FILES} content=\"{}\"></head>", soon.join(" "));
    html.replacen("</head>", &meta, 1)
}

/// The script that starts the app, minified.
fn start(workspace: &Workspace) -> Result<String> {
    let mut esbuild = super::esbuild(workspace);
    esbuild.arg(workspace.path(START)).args(["--minify", "--format=esm", "--target=es2022"]);
    process::read(&mut esbuild)
}

/// Instead of Trunk's script, which starts the app at once, ours, which on a first
/// screen of the server waits until that is shown.
fn start_late(html: &str, bundle: &Bundle, script: &str) -> Result<String> {
    let at = html.find("<script type=module>").context("Trunk's own script is missing")?;
    let length = html[at..].find("</script>").context("a script without its end")?;
    let end = at + length + "</script>".len();
    let mut files = format!("/{} /{}", name(&bundle.script), name(&bundle.wasm));
    for part in split::WINDOW {
        let is_part = |path: &&PathBuf| split::window_part(&name(path)) == Some(part);
        let path = bundle.later.iter().find(is_part).context("a part of the window is missing")?;
        files += &format!(" /{}", name(path));
    }
    Ok(format!(
        "{}<meta name=app content=\"{files}\"><meta name=service-worker content=/{}>\
         <script type=module>{}</script>{}",
        &html[..at],
        super::worker::FILE,
        script.trim(),
        &html[end..]
    ))
}

/// The page without the tags that name what comes after the first load.
pub fn without_later_files(html: &str) -> String {
    let later = [LATER_FILES.to_owned(), sheets::tag_name(LATER)];
    let is_for_later =
        |tag: &Tag| tag.attribute("name").is_some_and(|name| later.iter().any(|n| n == name));
    edit(html, "meta", |tag| is_for_later(tag).then(String::new))
}

fn is_wasm_preload(tag: &Tag) -> bool {
    tag.attribute("rel") == Some("preload") && tag.attribute("as") == Some("fetch")
}

/// The snippets went into the script.
fn is_snippet_preload(tag: &Tag) -> bool {
    tag.attribute("rel") == Some("modulepreload")
        && tag.attribute("href").is_some_and(|href| href.contains("/snippets/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_wasm_is_preloaded_as_wanted() {
        let page = "<link rel=preload href=/a.wasm as=fetch><link rel=icon href=/i.svg>";
        let bare = edit(page, "link", |tag| is_wasm_preload(tag).then(String::new));
        assert_eq!(bare, "<link rel=icon href=/i.svg>");
    }

    #[test]
    fn what_is_for_later_is_no_first_load() {
        let html = "<meta name=style-later content=/c.css><meta name=app content=/a.js>\
            <meta name=later-files content=\"/b.wasm\"></head>";
        assert_eq!(without_later_files(html), "<meta name=app content=/a.js></head>");
    }
}
