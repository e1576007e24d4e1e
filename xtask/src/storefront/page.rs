//! The release's index.html: right names, style sheets inside, preloads as wanted.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::assets::{Bundle, fingerprint, name, replace_all};
use super::{Css, Options, Preload, split};
use crate::files;

/// Hand-written, and counted as such.
const START: &str = include_str!("start.js");

/// Name of the tag that tells which files are for later.
const LATER_FILES: &str = "later-files";

pub fn finish(stage: &Path, bundle: &Bundle, options: &Options) -> Result<()> {
    let path = stage.join("index.html");
    let mut html = replace_all(files::read(&path)?, &bundle.renamed);
    html = join_style_sheets(stage, &html, options.css)?;
    html = edit(&html, "link", |tag| is_snippet_preload(tag).then(String::new));
    html = match options.wasm_preload {
        Preload::Page => html,
        Preload::Low => edit(&html, "link", |tag| {
            is_wasm_preload(tag).then(|| tag.text.replacen("<link", "<link fetchpriority=low", 1))
        }),
        Preload::None => edit(&html, "link", |tag| is_wasm_preload(tag).then(String::new)),
    };
    html = name_later_files(&html, bundle);
    html = start_late(&html, bundle)?;
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

/// Instead of Trunk's script, which starts the app at once, ours, which on a first
/// screen of the server waits until that is shown.
fn start_late(html: &str, bundle: &Bundle) -> Result<String> {
    let start = html.find("<script type=module>").context("Trunk's own script is missing")?;
    let length = html[start..].find("</script>").context("a script without its end")?;
    let end = start + length + "</script>".len();
    let mut files = format!("/{} /{}", name(&bundle.script), name(&bundle.wasm));
    for part in split::WINDOW {
        let is_part = |path: &&PathBuf| split::window_part(&name(path)) == Some(part);
        let path = bundle.later.iter().find(is_part).context("a part of the window is missing")?;
        files += &format!(" /{}", name(path));
    }
    Ok(format!(
        "{}<meta name=app content=\"{files}\"><meta name=service-worker content=/{}>\
         <script type=module>{}</script>{}",
        &html[..start],
        super::worker::FILE,
        START.trim(),
        &html[end..]
    ))
}

/// The page without that tag.
pub fn without_later_files(html: &str) -> String {
    edit(html, "meta", |tag| (tag.attribute("name") == Some(LATER_FILES)).then(String::new))
}

fn is_wasm_preload(tag: &Tag) -> bool {
    tag.attribute("rel") == Some("preload") && tag.attribute("as") == Some("fetch")
}

/// The snippets went into the script.
fn is_snippet_preload(tag: &Tag) -> bool {
    tag.attribute("rel") == Some("modulepreload")
        && tag.attribute("href").is_some_and(|href| href.contains("/snippets/"))
}

/// All sheets that Trunk left as links become one, at the place of the first and
/// in their order: forty small requests cost more than what any of them holds.
fn join_style_sheets(stage: &Path, html: &str, place: Css) -> Result<String> {
    let mut css = String::new();
    for tag in tags(html, "link") {
        if let Some(sheet) = own_sheet(&tag) {
            let path = stage.join(sheet);
            css += files::read(&path)?.trim();
            std::fs::remove_file(&path)
                .with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    if css.is_empty() {
        return Ok(html.to_owned());
    }
    let joined = match place {
        // Nothing in a style element may look like its end.
        Css::Inline => format!("<style>{}</style>", css.replace("</style", "<\\/style")),
        Css::File => {
            let name = format!("vitrine-{}.css", fingerprint(css.as_bytes()));
            files::write(&stage.join(&name), css)?;
            format!("<link rel=stylesheet href=/{name}>")
        }
    };
    let mut first = Some(joined);
    Ok(edit(html, "link", |tag| own_sheet(tag).map(|_| first.take().unwrap_or_default())))
}

/// A sheet of ours for every medium; one with a condition stays a link.
fn own_sheet<'a>(tag: &Tag<'a>) -> Option<&'a str> {
    let ours = tag.attribute("rel") == Some("stylesheet") && tag.attribute("media").is_none();
    let file = tag.attribute("href")?.strip_prefix('/')?;
    (ours && !file.starts_with('/')).then_some(file)
}

/// One tag of a page, with its place.
struct Tag<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, quoted or not.
    fn attribute(&self, name: &str) -> Option<&'a str> {
        let inner = self.text.strip_prefix('<')?.trim_end_matches(['>', '/']);
        let mut rest = inner.split_once(char::is_whitespace)?.1.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(after) => value(after.trim_start()),
                None => ("", after),
            };
            if key.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = after.trim_start();
        }
        None
    }
}

fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some((value, rest)) =
            text.strip_prefix(quote).and_then(|text| text.split_once(quote))
        {
            return (value, rest);
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// All tags of a kind, in their order.
fn tags<'a>(html: &'a str, kind: &str) -> Vec<Tag<'a>> {
    let opening = format!("<{kind}");
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find(&opening).map(|at| at + from) {
        let Some(length) = html[start..].find('>') else { break };
        from = start + length + 1;
        let text = &html[start..from];
        if text[opening.len()..].starts_with([' ', '\n', '\t', '>', '/']) {
            found.push(Tag { text, start });
        }
    }
    found
}

/// A page with some tags of a kind replaced.
fn edit(html: &str, kind: &str, mut change: impl FnMut(&Tag) -> Option<String>) -> String {
    let mut out = String::new();
    let mut from = 0;
    for tag in tags(html, kind) {
        if let Some(text) = change(&tag) {
            out += &html[from..tag.start];
            out += &text;
            from = tag.start + tag.text.len();
        }
    }
    out + &html[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link rel=preload href=/a.wasm as=fetch><link rel=\"icon\" href='/i.svg'/>\
        <link rel=stylesheet href=/a.css><linked><link media=print rel=stylesheet href=/p.css></head>";

    #[test]
    fn reads_attributes_in_any_quotes() {
        let found = tags(PAGE, "link");
        assert_eq!(found.len(), 4);
        assert_eq!(found[0].attribute("as"), Some("fetch"));
        assert_eq!(found[1].attribute("href"), Some("/i.svg"));
        assert_eq!(found[1].attribute("as"), None);
    }

    #[test]
    fn takes_the_preload_away_and_nothing_else() {
        let bare = edit(PAGE, "link", |tag| is_wasm_preload(tag).then(String::new));
        assert!(!bare.contains("a.wasm"));
        assert_eq!(tags(&bare, "link").len(), 3);
    }

    #[test]
    fn only_unconditional_sheets_of_ours_go_inside() {
        let found = tags(PAGE, "link");
        let ours: Vec<_> = found.iter().filter_map(own_sheet).collect();
        assert_eq!(ours, ["a.css"]);
    }
}
