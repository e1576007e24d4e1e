//! The style of one part of the shop must change nothing of what another part shows,
//! since it may come while that is on the screen.
//!
//! So the sheets of a part stand behind those of every page, and those for later last,
//! which makes the order of a release that of every build; everything is in a cascade
//! layer; and each selector of a part names a class that neither the sheets of every
//! page nor those of another part of the shop window know, as far as that may be there.

use std::collections::{BTreeMap, BTreeSet};

use super::css::{pieces, selectors};
use super::html::tags;
use super::sheets::{CONTROLS, LATER, PART};

/// What is wrong with the sheets, given by name, in the order of the page.
pub fn inspect(page: &str, sheets: &BTreeMap<String, String>) -> Vec<String> {
    let mut findings = Vec::new();
    let mut every_page = BTreeSet::new();
    let mut parts: Vec<(&str, &String, Outline)> = Vec::new();
    for tag in tags(page, "link") {
        let Some((name, css)) = tag.attribute("href").and_then(|n| sheets.get_key_value(n)) else {
            continue;
        };
        let outline = Outline::of(css);
        let bare = outline.bare.iter().map(|text| format!("{name}: {text}: in no cascade layer"));
        findings.extend(bare);
        let part = tag.attribute(PART);
        if parts.last().is_some_and(|(before, ..)| !may_follow(part, before)) {
            findings.push(format!("{name}: index.html names it behind a sheet that comes later"));
        }
        match part {
            None => every_page.extend(outline.classes),
            Some(part) => parts.push((part, name, outline)),
        }
    }
    for (part, name, outline) in &parts {
        let mut known = every_page.clone();
        for (other, _, sheet) in &parts {
            if may_be_there(other, part) {
                known.extend(sheet.classes.iter().cloned());
            }
        }
        let foreign =
            outline.selectors.iter().filter(|selector| classes(selector).is_subset(&known));
        findings.extend(foreign.map(|s| format!("{name}: {s}: may style what other parts show")));
    }
    findings
}

/// Whether a sheet of this part, or of every page, may stand behind one of a part.
fn may_follow(part: Option<&str>, before: &str) -> bool {
    part.is_some_and(|part| part == before || before != LATER)
}

/// Whether a page may show what is of one part before the sheet of another comes.
fn may_be_there(shown: &str, coming: &str) -> bool {
    match (shown, coming) {
        (LATER, _) => false,
        // Only home begins without the controls, and lists of results have the style of
        // lists from the start.
        (_, CONTROLS) => shown == "lists",
        ("results", "lists") => false,
        _ => shown != coming,
    }
}

/// What a sheet speaks of.
#[derive(Default)]
struct Outline {
    /// Of the rules that stand in no other rule.
    selectors: Vec<String>,
    /// Of all rules.
    classes: BTreeSet<String>,
    /// What stands in no cascade layer.
    bare: Vec<String>,
}

impl Outline {
    fn of(css: &str) -> Self {
        let mut outline = Self::default();
        // Whether the blocks that are open are rules, or keyframes.
        let mut open: Vec<bool> = Vec::new();
        for piece in pieces(css) {
            let text = piece.text.trim();
            if open.is_empty() && !text.starts_with("@layer") {
                outline.bare.push(text.to_owned());
            }
            match piece.end {
                '{' => {
                    let is_rule = !text.starts_with('@');
                    outline.classes.extend(classes(text).into_iter().filter(|_| is_rule));
                    if is_rule && !open.contains(&true) {
                        outline.selectors.extend(selectors(text).into_iter().map(str::to_owned));
                    }
                    open.push(is_rule || text.starts_with("@keyframes"));
                }
                '}' => {
                    open.pop();
                }
                _ => {}
            }
        }
        outline
    }
}

/// The classes that a selector names.
pub fn classes(selector: &str) -> BTreeSet<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let names = selector.split('.').skip(1);
    names.map(|rest| rest.split(|c| !is_part(c)).next().unwrap_or_default().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<link href=\"a.css\" /><link rel=icon href=i.svg><link href=\"b.css\" data-part=later />";

    fn found(page: &str, a: &str, b: &str) -> Vec<String> {
        let sheets = [("a.css", a), ("b.css", b)];
        let sheets = sheets.map(|(name, css)| (name.to_owned(), css.to_owned())).into();
        inspect(page, &sheets)
    }

    #[test]
    fn what_comes_later_styles_its_own() {
        let first = "@layer x { .a { & .b { c: d } } } @layer y;";
        let later =
            "@layer x { .l { .a & { c: d } } @media (e) { :is(.a, .b) > .l-m, .l { c: d } } }";
        assert_eq!(found(PAGE, first, later), Vec::<String>::new());
    }

    #[test]
    fn what_comes_later_leaves_the_first_screen_alone() {
        let first = "@layer x { .a { & .b { c: d } } }";
        let later = "@layer x { @media (e) { .l, .a .b { c: d } } @keyframes k { to { c: d } } p { c: d } }";
        let expected = [
            "b.css: .a .b: may style what other parts show",
            "b.css: p: may style what other parts show",
        ];
        assert_eq!(found(PAGE, first, later), expected);
    }

    #[test]
    fn a_part_of_the_window_leaves_the_others_alone() {
        let page =
            "<link href=\"a.css\" data-part=lists /><link href=\"b.css\" data-part=product />";
        let lists = "@layer x { .l { c: d } .l .p { c: d } }";
        let product = "@layer x { .q { c: d } .q .p { c: d } .p { c: d } }";
        assert_eq!(found(page, lists, product), ["b.css: .p: may style what other parts show"]);
    }

    #[test]
    fn controls_leave_alone_what_home_begins_with() {
        let page = |other| {
            format!(
                "<link href=\"a.css\" data-part=controls /><link href=\"b.css\" data-part={other} />"
            )
        };
        let controls = "@layer x { .c { d: e } .o { d: e } }";
        let other = "@layer x { .o { & .c { d: e } } }";
        let foreign = ["a.css: .c", "a.css: .o", "b.css: .o"];
        let foreign = foreign.map(|of| format!("{of}: may style what other parts show"));
        assert_eq!(found(&page("lists"), controls, other), foreign);
        assert_eq!(found(&page("product"), controls, other), foreign[2..]);
    }

    #[test]
    fn rules_without_a_layer_are_found() {
        let found = found(PAGE, "@layer x;\n.a { b: c }", "@import 'x'; @layer x { .l { b: c } }");
        assert_eq!(
            found,
            ["a.css: .a: in no cascade layer", "b.css: @import: in no cascade layer"]
        );
    }

    #[test]
    fn what_comes_later_stands_last() {
        let page = "<link href=\"b.css\" data-part=later /><link href=\"a.css\" />";
        let found = found(page, "", "");
        assert_eq!(found, ["a.css: index.html names it behind a sheet that comes later"]);
    }
}
