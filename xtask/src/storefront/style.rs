//! Colours, sizes and durations come from the tokens, and from nowhere else.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::css::{Piece, pieces};
use super::{part_style, used};
use crate::workspace::Workspace;
use crate::{files, process};

const COLOUR_FUNCTIONS: [&str; 8] =
    ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch("];
/// `em` goes with the text it stands in, so it is no size of its own.
const UNITS: [&str; 4] = ["px", "rem", "ms", "s"];
/// A hairline, and the time that reduced motion gives to events that need an end.
const NEXT_TO_NOTHING: [&str; 2] = ["px", "ms"];

pub fn check(workspace: &Workspace) -> Result<()> {
    let page = files::read(&workspace.path("index.html"))?;
    let source = source(workspace, &page)?;
    let mut known = BTreeMap::new();
    let mut findings = Vec::new();
    for path in sheets(workspace)? {
        let place = path.strip_prefix(workspace.root()).unwrap_or(&path);
        let name = place.to_string_lossy().replace('\\', "/");
        if !page.contains(&format!("\"{name}\"")) {
            findings.push(format!("{name}: index.html does not name it"));
        }
        let css = files::read(&path)?;
        if name != "style/tokens.css" {
            findings.extend(inspect(place, &css));
        }
        let idle = used::without_use(&css, &source);
        findings.extend(idle.iter().map(|class| format!("{name}: .{class}: nothing wears it")));
        known.insert(name, css);
    }
    findings.extend(part_style::inspect(&page, &known));
    if findings.is_empty() {
        return Ok(());
    }
    bail!("style sheets; raw values belong to style/tokens.css:\n{}", findings.join("\n"));
}

/// Trunk looks at the linked sheets only, and each browser skips in silence what
/// it cannot parse.
pub fn parse(workspace: &Workspace) -> Result<()> {
    let parsed = process::watch(parser(workspace).args(sheets(workspace)?))?;
    parsed.result?;
    ensure!(parsed.lines.is_empty(), "a style sheet does not parse");
    Ok(())
}

/// What is wrong with a sheet, by the same parser; `None` when it is good.
pub fn fault(workspace: &Workspace, path: &Path) -> Result<Option<String>> {
    let output = parser(workspace).arg(path).output().context("cannot start esbuild")?;
    let told = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Ok((!output.status.success() || !told.is_empty()).then_some(told))
}

fn parser(workspace: &Workspace) -> Command {
    let mut esbuild = super::esbuild(workspace);
    esbuild.arg("--color=false");
    esbuild.arg(format!("--outdir={}", workspace.target().join("xtask/parsed").display()));
    esbuild
}

/// Everything that may put a class on something.
fn source(workspace: &Workspace, page: &str) -> Result<String> {
    let mut source = page.to_owned();
    for path in files::walk(&workspace.path("src"))? {
        if files::extension(&path) == "rs" {
            source += &files::read(&path)?;
        }
    }
    Ok(source)
}

fn sheets(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut found = files::walk(&workspace.path("style"))?;
    found.retain(|path| files::extension(path) == "css");
    Ok(found)
}

fn inspect(place: &Path, css: &str) -> Vec<String> {
    let mut findings = Vec::new();
    for Piece { line, text, .. } in pieces(css).into_iter().filter(Piece::is_declaration) {
        let Some((property, value)) = text.split_once(':') else { continue };
        for raw in raw_values(value) {
            findings.push(format!("{}:{line}: {}: {raw}", place.display(), property.trim()));
        }
    }
    findings
}

fn raw_values(value: &str) -> Vec<String> {
    let lower = value.to_lowercase();
    let starts_word = |at: usize| {
        !lower[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    };
    let mut found = Vec::new();
    for function in COLOUR_FUNCTIONS {
        if lower.match_indices(function).any(|(at, _)| starts_word(at)) {
            found.push(format!("{function}…)"));
        }
    }
    for (at, _) in lower.match_indices('#') {
        let hex: String = lower[at + 1..].chars().take_while(char::is_ascii_hexdigit).collect();
        if hex.len() >= 3 && !lower[..at].ends_with("url(") {
            found.push(format!("#{hex}"));
        }
    }
    let mut from = 0;
    while let Some(at) = lower[from..].find(|c: char| c.is_ascii_digit()).map(|at| at + from) {
        let number: String =
            lower[at..].chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let after = at + number.len();
        let unit: String = lower[after..].chars().take_while(|c| c.is_ascii_alphabetic()).collect();
        from = after + unit.len();
        let before = lower[..at].strip_suffix('.').map_or(at, str::len);
        let zero = before == at && number.parse() == Ok(0.0);
        let hairline = before == at && number == "1" && NEXT_TO_NOTHING.contains(&&*unit);
        let negative = lower[..before].strip_suffix('-').map_or(before, str::len);
        if UNITS.contains(&&*unit) && starts_word(negative) && !zero && !hairline {
            found.push(lower[before..from].to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(css: &str) -> Vec<String> {
        inspect(Path::new("a.css"), css)
    }

    #[test]
    fn finds_raw_values() {
        for value in
            ["#fff", "rgb(0 0 0)", "12px", ".5rem", "-2px", "200ms", "0.3s", "oklch(1 0 0)"]
        {
            assert_eq!(raw(&format!("a {{ b: {value}; }}")).len(), 1, "{value}");
        }
    }

    #[test]
    fn leaves_tokens_and_hairlines() {
        for value in [
            "var(--space-4)",
            "0",
            "0px",
            "1px",
            "-1px",
            "1ms",
            "0.2em",
            "calc(100% - 1px)",
            "1fr",
            "50cqi",
            "1.7",
            "url(#mark)",
            "\"12px\"",
            "color-mix(in oklch, var(--a), var(--b))",
            "var(--grey-100s)",
        ] {
            assert_eq!(raw(&format!("a {{ b: {value} }}")), Vec::<String>::new(), "{value}");
        }
    }

    #[test]
    fn leaves_selectors_conditions_and_comments() {
        let css = "#add { a: b }\n@media (min-width: 40rem) { /* 3px */\n a:hover { b: 1px } }";
        assert_eq!(raw(css), Vec::<String>::new());
    }

    #[test]
    fn tells_the_line() {
        assert_eq!(raw("a {\n  b: c;\n  /* x\n */ d: 3px;\n}"), ["a.css:4: d: 3px"]);
    }
}
