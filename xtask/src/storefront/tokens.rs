//! Custom properties, as a release names them. Designers read `--space-4`; a page that is
//! read by nobody says `--b`, and what only one other token needs stands in that token.

use std::collections::BTreeMap;

/// Names that something outside the style sheets sets: the reference screenshots choose
/// their own fonts (`tests/e2e/looks/drawn.css`).
const KEPT: [&str; 2] = ["--sans", "--display"];
/// How the block begins in which `style/tokens.css` gives every token its one value.
const TOKENS: &str = "@layer tokens{:root{";

/// Shortens all sheets of a release alike, since what one defines the others use.
pub fn shorten<K: Ord>(sheets: &mut BTreeMap<K, String>) {
    while let Some(token) = next_once(sheets) {
        for css in sheets.values_mut() {
            *css = css.replacen(&token.definition, "", 1);
            *css = css.replacen(&format!("var({})", token.name), &token.value, 1);
        }
    }
    let short = short_names(sheets);
    for css in sheets.values_mut() {
        *css = renamed(css, &short);
    }
}

/// A token that can stand where it is used.
struct Token {
    name: String,
    value: String,
    /// As it is written, up to the next one.
    definition: String,
}

/// The first token that is defined once and used once, and whose value needs no other: it
/// means the same wherever it stands.
fn next_once<K: Ord>(sheets: &BTreeMap<K, String>) -> Option<Token> {
    let uses = |name: &str| {
        let all = sheets.values().flat_map(|css| names(css).map(|at| at.1));
        all.filter(|one| *one == name).count()
    };
    let block = sheets.values().find_map(|css| css.split_once(TOKENS))?.1.split('}').next()?;
    block.split_inclusive(';').find_map(|definition| {
        let (name, value) = definition.trim_end_matches(';').split_once(':')?;
        let is_plain = name.starts_with("--") && !value.contains("var(") && !KEPT.contains(&name);
        // Its definition, and one more.
        let is_once = is_plain && uses(name) == 2;
        let used = format!("var({name})");
        let is_used = || sheets.values().any(|css| css.contains(&used));
        (is_once && is_used()).then(|| Token {
            name: name.to_owned(),
            value: value.to_owned(),
            definition: definition.to_owned(),
        })
    })
}

/// The shortest for what is said most often.
fn short_names<K: Ord>(sheets: &BTreeMap<K, String>) -> BTreeMap<String, String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, name) in sheets.values().flat_map(|css| names(css)) {
        *counts.entry(name).or_default() += 1;
    }
    counts.retain(|name, _| !KEPT.contains(name));
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    counts.into_iter().zip(0..).map(|((name, _), at)| (name.to_owned(), short_name(at))).collect()
}

/// `--a` to `--z`, then `--aa` and so on.
fn short_name(at: usize) -> String {
    let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
    match at / 26 {
        0 => format!("--{}", letter(at)),
        more => format!("{}{}", short_name(more - 1), letter(at)),
    }
}

fn renamed(css: &str, short: &BTreeMap<String, String>) -> String {
    let (mut out, mut done) = (String::new(), 0);
    for (at, name) in names(css) {
        out += &css[done..at];
        out += short.get(name).map_or(name, String::as_str);
        done = at + name.len();
    }
    out + &css[done..]
}

/// All custom properties of a sheet, and where they stand. A class may have two hyphens
/// in it, but does not begin with them.
fn names(css: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    css.match_indices("--").filter_map(move |(at, _)| {
        let begins = !css[..at].ends_with(is_part);
        let rest = &css[at..];
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        (begins && length > 2).then_some((at, &rest[..length]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shortened<const N: usize>(sheets: [&str; N]) -> Vec<String> {
        let mut sheets: BTreeMap<_, _> =
            sheets.into_iter().map(str::to_owned).enumerate().collect();
        shorten(&mut sheets);
        sheets.into_values().collect()
    }

    #[test]
    fn names_are_the_same_in_all_sheets() {
        let found = shortened([
            "@layer tokens{:root{--sans:x;--space-1:4px;--space-2:8px}}.a--b{c:var(--space-1)var(--space-2)}",
            ".d{--own:1;e:calc(-1*var(--space-2))var(--own,var(--sans))var(--own)var(--space-1)}",
        ]);
        let expected = [
            "@layer tokens{:root{--sans:x;--b:4px;--c:8px}}.a--b{c:var(--b)var(--c)}",
            ".d{--a:1;e:calc(-1*var(--c))var(--a,var(--sans))var(--a)var(--b)}",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_used_once_stands_there() {
        let found = shortened([
            "@layer tokens{:root{--ink:oklch(24% 0 60);--chalk:oklch(95% 0 82);--text:light-dark(var(--ink),var(--chalk));--gap:1px}}",
            "a{color:var(--text)}b{c:var(--gap)}i{c:var(--gap)}",
        ]);
        let expected = [
            "@layer tokens{:root{--a:1px}}",
            "a{color:light-dark(oklch(24% 0 60),oklch(95% 0 82))}b{c:var(--a)}i{c:var(--a)}",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_set_elsewhere_or_has_another_value_stays() {
        let sheet = "@layer tokens{:root{--sans:x;--dim:1;--gone:2}:root[dark]{--dim:0}}\
            a{b:var(--dim);c:var(--gone,3);d:var(--sans)}";
        assert_eq!(shortened([sheet]), [sheet.replace("--dim", "--a").replace("--gone", "--b")]);
    }

    #[test]
    fn there_are_names_enough() {
        let names: Vec<_> = [0, 25, 26, 27, 51, 52, 701, 702].map(short_name).into();
        assert_eq!(names, ["--a", "--z", "--aa", "--ab", "--az", "--ba", "--zz", "--aaa"]);
    }
}
