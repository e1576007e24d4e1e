//! Style that nothing wears is sent to everybody all the same.

use std::collections::BTreeSet;

use super::css::pieces;
use super::part_style::classes;

/// The classes of a sheet that this source never speaks of, neither whole nor by their
/// beginning and a gap, as in `badge--{}`, nor by their end, as in `"--sheet"`.
pub fn without_use(css: &str, source: &str) -> BTreeSet<String> {
    let rules = pieces(css).into_iter().filter(|piece| piece.end == '{');
    let named = rules.flat_map(|piece| classes(&piece.text)).collect::<BTreeSet<_>>();
    named.into_iter().filter(|class| !is_used(class, source)).collect()
}

fn is_used(class: &str, source: &str) -> bool {
    let made = ["--", "__"].iter().any(|joint| {
        class.rsplit_once(joint).is_some_and(|(start, end)| {
            source.contains(&format!("{start}{joint}{{"))
                || source.contains(&format!("\"{joint}{end}\""))
        })
    });
    made || source.contains(class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_source_names_is_found() {
        let css = "@layer ui { .a, .b-c { d: e; & .f__g { d: e } } .h--good { d: e } .i--j { d: 1.5em } }";
        let source = "class=\"a\" format!(\"h--{tone}\") shape=\"--j\"";
        assert_eq!(without_use(css, source), ["b-c", "f__g"].map(str::to_owned).into());
    }
}
