//! The release's style sheets: those of every page, and those of one part of the shop
//! window, stand in the page; what only later bundles show is a file.
//!
//! A server takes out of the page what the shown part has no need of, and has a file loaded
//! for what is below the first screen. The rest, and the file for later, the app loads with
//! the first bundle that needs it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::assets::fingerprint;
use super::html::{Tag, edit, tags};
use super::layers;
use super::split;
use super::tokens;
use crate::files;

/// Marks in `index.html` what only one part of the shop shows; Trunk passes it on.
pub const PART: &str = "data-part";
/// The part that is behind the shop window.
pub const LATER: &str = "later";
/// What is pressed, which only home has no use of at first.
pub const CONTROLS: &str = "controls";
/// What not every page of the shop window has in it: that, what lists of results show, what
/// stands below a product's first screen, and what is shown while something is waited for.
const NOT_AT_FIRST: [&str; 4] = [CONTROLS, "results", "below", "waiting"];

/// How the names of their files begin.
pub const PART_FILE: &str = "vitrine-sheet-";

/// Where the app finds a part's sheet: the name of the tag that names the file.
pub fn tag_name(part: &str) -> String {
    format!("style-{part}")
}

/// Whether a file is a copy of what stands in the page.
pub fn is_in_page(file: &str) -> bool {
    in_page().any(|part| file.starts_with(&stem(part)))
}

/// The part whose sheet it is, if a page that a server writes may have it loaded.
pub fn beside(file: &str) -> Option<&'static str> {
    NOT_AT_FIRST.into_iter().find(|part| file.starts_with(&stem(part)))
}

/// The parts whose style stands in the page as it is built.
fn in_page() -> impl Iterator<Item = &'static str> {
    split::WINDOW.into_iter().chain(NOT_AT_FIRST)
}

fn stem(part: &str) -> String {
    format!("{PART_FILE}{part}-")
}

/// All sheets that Trunk left as links become one for each part, at the place of its
/// first and in their order: forty small requests cost more than what any of them
/// holds. What Trunk has put into the page joins those of every page.
pub fn join(stage: &Path, html: &str) -> Result<String> {
    let (html, inline) = take_inline(html)?;
    let mut sheets = BTreeMap::from([(None, inline)]);
    for tag in tags(&html, "link") {
        if let Some(sheet) = own_sheet(&tag) {
            let path = stage.join(sheet);
            let part = tag.attribute(PART).map(str::to_owned);
            *sheets.entry(part).or_default() += files::read(&path)?.trim();
            files::remove(&path)?;
        }
    }
    tokens::shorten(&mut sheets);
    for css in sheets.values_mut() {
        *css = layers::flatten(css)?;
    }
    let mut joined = BTreeMap::new();
    for (part, css) in sheets.into_iter().filter(|(_, css)| !css.is_empty()) {
        let element = match &part {
            None => style("", &css),
            Some(part) => of_part(stage, part, &css)?,
        };
        joined.insert(part, element);
    }
    let page = edit(&html, "link", |tag| {
        own_sheet(tag)?;
        let part = tag.attribute(PART).map(str::to_owned);
        Some(joined.remove(&part).unwrap_or_default())
    });
    ensure!(joined.is_empty(), "index.html links no style sheet of every page");
    Ok(page)
}

/// A part's sheet is put behind the tag that names it, so the order is that of every build.
fn of_part(stage: &Path, part: &str, css: &str) -> Result<String> {
    let is_known = part == LATER || in_page().any(|one| one == part);
    ensure!(is_known, "no part of the shop: {part}");
    let file = format!("{}{}.css", stem(part), fingerprint(css.as_bytes()));
    files::write(&stage.join(&file), css)?;
    let named = format!("<meta name={} content=/{file}>", tag_name(part));
    let shown = if part == LATER { String::new() } else { style(&format!(" {PART}={part}"), css) };
    Ok(named + &shown)
}

fn style(attribute: &str, css: &str) -> String {
    // Nothing in a style element may look like its end.
    format!("<style{attribute}>{}</style>", css.replace("</style", "<\\/style"))
}

/// The page without its style elements, and what they hold: each one costs a hash of its
/// own in the page's policy.
fn take_inline(html: &str) -> Result<(String, String)> {
    let (mut page, mut css) = (String::new(), String::new());
    let mut rest = html;
    while let Some((before, found)) = rest.split_once("<style>") {
        let (sheet, after) = found.split_once("</style>").context("a style without its end")?;
        page += before;
        css += sheet;
        rest = after;
    }
    Ok((page + rest, css))
}

/// A sheet of ours for every medium; one with a condition stays a link.
fn own_sheet<'a>(tag: &Tag<'a>) -> Option<&'a str> {
    let ours = tag.attribute("rel") == Some("stylesheet") && tag.attribute("media").is_none();
    let file = tag.attribute("href")?.strip_prefix('/')?;
    (ours && !file.starts_with('/')).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As Trunk leaves it.
    const PAGE: &str = "<head><link href=/i.svg rel=icon><style>@layer a,b;</style><style>.0{}</style>\
        <link href=/a.css rel=stylesheet><link href=/b.css rel=stylesheet>\
        <link media=print rel=stylesheet href=/p.css>\
        <link data-part=lists href=/c.css rel=stylesheet>\
        <link data-part=later href=/d.css rel=stylesheet><link data-part=later href=/e.css rel=stylesheet></head>";

    #[test]
    fn each_part_has_its_sheet() -> Result<()> {
        let stage = std::env::temp_dir().join(format!("vitrine-sheets-{}", std::process::id()));
        files::remove_folder(&stage)?;
        for sheet in ["a", "b", "c", "d", "e"] {
            files::write(&stage.join(format!("{sheet}.css")), format!(".{sheet}{{}}\n"))?;
        }
        let html = join(&stage, PAGE)?;
        let left = files::walk(&stage)?;
        let left: Vec<_> = left.iter().map(|path| files::read(path)).collect::<Result<_>>()?;
        files::remove_folder(&stage)?;

        let lists = format!("vitrine-sheet-lists-{}.css", fingerprint(b".c{}"));
        let later = format!("vitrine-sheet-later-{}.css", fingerprint(b".d{}.e{}"));
        let expected = format!(
            "<head><link href=/i.svg rel=icon><style>.0{{}}.a{{}}.b{{}}</style>\
             <link media=print rel=stylesheet href=/p.css>\
             <meta name=style-lists content=/{lists}><style data-part=lists>.c{{}}</style>\
             <meta name=style-later content=/{later}></head>"
        );
        assert_eq!(html, expected);
        assert_eq!(left, [".d{}.e{}", ".c{}"]);
        assert!(is_in_page(&lists) && !is_in_page(&later));
        Ok(())
    }

    #[test]
    fn a_part_that_there_is_not_is_refused() {
        let page = "<link data-part=lsits href=/a.css rel=stylesheet>";
        assert!(join(Path::new("nowhere"), page).is_err());
    }

    #[test]
    fn without_sheets_nothing_is_named() -> Result<()> {
        let page = "<head><link rel=preload href=/a.wasm as=fetch></head>";
        assert_eq!(join(Path::new("nowhere"), page)?, page);
        Ok(())
    }
}
