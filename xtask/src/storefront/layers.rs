//! Cascade layers, as a release expresses them: by specificity.
//!
//! A browser that gets a sheet with a layer in it, when a page is on the screen already, lays
//! the whole page out anew (Chromium 156: the order of layers decides about fonts, too), which
//! is the longest work there is, and a release has sheets that come later. So what stands in a
//! stronger layer gets more specific instead: nothing has the id `_`, and `:not(#_)` counts as
//! an id.

use anyhow::{Context, Result, bail};

use super::css::{outside_brackets, selectors};

/// The layers of `style/layers.css`, with how much more specific than the first ones they get.
/// The order of the sheets tells those apart that get nothing: each of them speaks of
/// elements, or of classes of its own.
const LAYERS: [(&str, usize); 6] =
    [("tokens", 0), ("base", 0), ("shell", 0), ("ui", 0), ("features", 1), ("utilities", 2)];
/// What counts as an id and holds for every element.
const BUMP: &str = ":not(#_)";

/// The sheet without layers.
pub fn flatten(css: &str) -> Result<String> {
    let mut out = String::new();
    for rule in rules(css)? {
        let Some(name) = rule.prelude.strip_prefix("@layer") else {
            out += rule.text;
            continue;
        };
        // Only their order is named.
        let Some(body) = rule.body else { continue };
        let name = name.trim();
        let known = LAYERS.iter().find(|(layer, _)| *layer == name);
        let (_, bumps) = known.with_context(|| format!("no cascade layer of ours: {name}"))?;
        out += &bumped(body, *bumps)?;
    }
    Ok(out)
}

/// The rules, this much more specific.
fn bumped(css: &str, bumps: usize) -> Result<String> {
    if bumps == 0 {
        return Ok(css.to_owned());
    }
    let mut out = String::new();
    for rule in rules(css)? {
        match rule.body {
            Some(body) if ["@media", "@container", "@supports"].iter().any(|at| rule.is(at)) => {
                out += &format!("{}{{{}}}", rule.prelude, bumped(body, bumps)?);
            }
            Some(body) if !rule.prelude.starts_with('@') => {
                out += &format!("{}{{{body}}}", more_specific(rule.prelude, bumps)?);
            }
            _ => out += rule.text,
        }
    }
    Ok(out)
}

/// Each selector of a list, behind its first class.
fn more_specific(list: &str, bumps: usize) -> Result<String> {
    let bump = |selector| {
        let end = first_class(selector)
            .with_context(|| format!("a selector without a class: {selector}"))?;
        let (before, behind) = selector.split_at(end);
        Ok(format!("{before}{}{behind}", BUMP.repeat(bumps)))
    };
    let bumped: Vec<String> = selectors(list).into_iter().map(bump).collect::<Result<_>>()?;
    Ok(bumped.join(","))
}

/// Where the first class that stands in no bracket ends.
fn first_class(selector: &str) -> Option<usize> {
    let dot = selector.find(outside_brackets('.'))?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let name = &selector[dot + 1..];
    Some(dot + 1 + name.find(|letter| !is_name(letter)).unwrap_or(name.len()))
}

/// A rule, or a statement.
struct Rule<'a> {
    /// All of it.
    text: &'a str,
    /// What stands before its block or its semicolon.
    prelude: &'a str,
    /// The inside of its block.
    body: Option<&'a str>,
}

impl Rule<'_> {
    /// Whether it is such an at-rule.
    fn is(&self, at: &str) -> bool {
        self.prelude.strip_prefix(at).is_some_and(|rest| rest.starts_with([' ', '(']))
    }
}

/// The rules of a minified sheet that stand in no other rule.
fn rules(css: &str) -> Result<Vec<Rule<'_>>> {
    let mut found = Vec::new();
    let (mut begin, mut open, mut depth, mut quote) = (0, 0, 0_usize, None);
    for (at, letter) in css.char_indices() {
        match letter {
            '"' | '\'' if quote.is_none() => quote = Some(letter),
            _ if quote == Some(letter) => quote = None,
            _ if quote.is_some() => {}
            '{' => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            '}' => {
                depth = depth.checked_sub(1).context("a brace that closes nothing")?;
                if depth == 0 {
                    let (text, body) = (&css[begin..=at], Some(&css[open + 1..at]));
                    found.push(Rule { text, prelude: css[begin..open].trim(), body });
                    begin = at + 1;
                }
            }
            ';' if depth == 0 => {
                let (text, prelude) = (&css[begin..=at], css[begin..at].trim());
                found.push(Rule { text, prelude, body: None });
                begin = at + 1;
            }
            _ => {}
        }
    }
    if !css[begin..].trim().is_empty() {
        bail!("a rule without its end: {}", &css[begin..]);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stronger_layers_get_more_specific() -> Result<()> {
        let css = "@layer tokens,ui;@layer tokens{:root{--a:1}}@layer ui{.a:hover{b:\"}\"}}\
                   @layer features{.c>.d,.e:before{f:g;& .h{i:j}}@media (width>=1rem){.k{l:m}}\
                   @container page (width>=1rem){:is(.n,.o) .p::after{q:r}}@keyframes s{to{t:u}}}\
                   @layer utilities{.v{w:x}}";
        let flat = ":root{--a:1}.a:hover{b:\"}\"}\
                    .c:not(#_)>.d,.e:not(#_):before{f:g;& .h{i:j}}@media (width>=1rem){.k:not(#_){l:m}}\
                    @container page (width>=1rem){:is(.n,.o) .p:not(#_)::after{q:r}}@keyframes s{to{t:u}}\
                    .v:not(#_):not(#_){w:x}";
        assert_eq!(flatten(css)?, flat);
        Ok(())
    }

    #[test]
    fn the_layers_are_those_of_the_first_sheet() {
        let order = include_str!("../../../style/layers.css");
        let names = LAYERS.map(|(name, _)| name).join(", ");
        assert!(order.contains(&format!("@layer {names};")), "{order}");
    }

    #[test]
    fn what_can_not_be_said_so_is_refused() {
        for css in [
            "@layer new{.a{b:c}}",
            "@layer features{p{b:c}}",
            "@layer features{.a,p{b:c}}",
            ".a{",
            "}",
        ] {
            assert!(flatten(css).is_err(), "{css}");
        }
    }
}
