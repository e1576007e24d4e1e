//! The release's style sheets: those of the first screen in the page, the others in one
//! file, which the app loads with the first bundle that needs it.

use std::path::Path;

use anyhow::Result;

use super::Css;
use super::assets::fingerprint;
use super::html::{Tag, edit, tags};
use crate::files;

/// Marks in `index.html` what only later bundles show; Trunk passes it on.
pub const LATER: &str = "data-later";
/// Name of the tag that tells the app where that is.
pub const LATER_STYLE: &str = "later-style";
/// How the name of its file begins.
pub const LATER_FILE: &str = "vitrine-later-";

/// All sheets that Trunk left as links become two at most, each at the place of its first
/// and in their order: forty small requests cost more than what any of them holds.
pub fn join(stage: &Path, html: &str, place: Css) -> Result<String> {
    let (mut first, mut later) = (String::new(), String::new());
    for tag in tags(html, "link") {
        if let Some(sheet) = own_sheet(&tag) {
            let path = stage.join(sheet);
            let css = if is_later(&tag) { &mut later } else { &mut first };
            *css += files::read(&path)?.trim();
            files::remove(&path)?;
        }
    }
    let mut first = first_style(stage, &first, place)?;
    let mut later = later_style(stage, &later)?;
    Ok(edit(html, "link", |tag| {
        own_sheet(tag)?;
        let joined = if is_later(tag) { &mut later } else { &mut first };
        Some(std::mem::take(joined))
    }))
}

/// What is there before anything is painted.
fn first_style(stage: &Path, css: &str, place: Css) -> Result<String> {
    Ok(match place {
        _ if css.is_empty() => String::new(),
        // Nothing in a style element may look like its end.
        Css::Inline => format!("<style>{}</style>", css.replace("</style", "<\\/style")),
        Css::File => {
            let name = write(stage, "vitrine-", css)?;
            format!("<link rel=stylesheet href=/{name}>")
        }
    })
}

/// No link, which a browser would wait for.
fn later_style(stage: &Path, css: &str) -> Result<String> {
    if css.is_empty() {
        return Ok(String::new());
    }
    let name = write(stage, LATER_FILE, css)?;
    Ok(format!("<meta name={LATER_STYLE} content=/{name}>"))
}

/// Writes a file that is named by its content.
fn write(stage: &Path, stem: &str, css: &str) -> Result<String> {
    let name = format!("{stem}{}.css", fingerprint(css.as_bytes()));
    files::write(&stage.join(&name), css)?;
    Ok(name)
}

fn is_later(tag: &Tag) -> bool {
    tag.attribute(LATER).is_some()
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
    const PAGE: &str = "<head><link href=/i.svg rel=icon><style>@layer a,b;</style>\
        <link href=/a.css rel=stylesheet><link href=/b.css rel=stylesheet>\
        <link media=print rel=stylesheet href=/p.css>\
        <link data-later href=/c.css rel=stylesheet><link data-later href=/d.css rel=stylesheet></head>";

    fn joined(name: &str, place: Css) -> Result<(String, Vec<String>)> {
        let stage =
            std::env::temp_dir().join(format!("vitrine-{name}-sheets-{}", std::process::id()));
        files::remove_folder(&stage)?;
        for sheet in ["a", "b", "c", "d"] {
            files::write(&stage.join(format!("{sheet}.css")), format!(".{sheet}{{}}\n"))?;
        }
        let html = join(&stage, PAGE, place)?;
        let left = files::walk(&stage)?;
        let left = left.iter().map(|path| files::read(path)).collect::<Result<_>>()?;
        files::remove_folder(&stage)?;
        Ok((html, left))
    }

    #[test]
    fn what_is_for_later_is_a_file_that_the_page_only_names() -> Result<()> {
        let (html, files) = joined("inline", Css::Inline)?;
        let name = format!("vitrine-later-{}.css", fingerprint(b".c{}.d{}"));
        let expected = format!(
            "<head><link href=/i.svg rel=icon><style>@layer a,b;</style><style>.a{{}}.b{{}}</style>\
             <link media=print rel=stylesheet href=/p.css>\
             <meta name=later-style content=/{name}></head>"
        );
        assert_eq!(html, expected);
        assert_eq!(files, [".c{}.d{}"]);
        Ok(())
    }

    #[test]
    fn the_first_ones_may_be_a_file_too() -> Result<()> {
        let (html, files) = joined("file", Css::File)?;
        let name = format!("vitrine-{}.css", fingerprint(b".a{}.b{}"));
        assert!(html.contains(&format!("</style><link rel=stylesheet href=/{name}><link media")));
        assert!(html.contains("<meta name=later-style content=/vitrine-later-"));
        assert_eq!(files, [".a{}.b{}", ".c{}.d{}"]);
        Ok(())
    }

    #[test]
    fn without_sheets_nothing_is_named() -> Result<()> {
        let page = "<head><link rel=preload href=/a.wasm as=fetch></head>";
        assert_eq!(join(Path::new("nowhere"), page, Css::Inline)?, page);
        Ok(())
    }
}
