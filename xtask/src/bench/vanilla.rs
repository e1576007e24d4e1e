//! The same data drawn by hand-written JavaScript: what it would take without a framework.

use anyhow::{Context, Result};

use super::elements;

const INDEX: &str = include_str!("vanilla/index.html");
/// What draws the goods.
pub const SCRIPT: &str = include_str!("vanilla/page.js");
/// Where the page asks for it.
pub const SCRIPT_PATH: &str = "/page.js";

/// The page before its script has run. Style sheets, bars and footer are those of the
/// shop's page without script, so that only the way the goods are drawn differs.
pub fn page(scriptless: &str) -> Result<String> {
    let (head, body) = scriptless.split_once("<body>").context("a page without a body")?;
    let (above, rest) = body.split_once("<main").context("a page without a main part")?;
    let (main, below) = rest.split_once("</main>").context("a main part without an end")?;
    let below = below.split_once("</body>").map_or(below, |(below, _)| below);
    let is_sheet = |tag: &str| tag.contains("stylesheet");
    let late = elements::only(main, &elements::find(main, "link", false, is_sheet));
    let inside = elements::find(head, "style", true, |_| true);
    let linked = elements::find(head, "link", false, is_sheet);
    let styles = elements::only(head, &inside) + &elements::only(head, &linked);
    Ok(INDEX
        .replace("<!-- styles -->", &styles)
        .replace("<!-- above -->", above)
        .replace("<!-- below -->", &(late + below)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_shop_s_frame_and_nothing_of_its_goods() {
        let scriptless = "<!DOCTYPE html><html><head><title>Goods</title><style>a{}</style>\
            <link rel=\"icon\" href=\"/i.svg\"><link rel=\"stylesheet\" href=\"/a.css\">\
            <style>b{}</style></head><body><header>bar</header>\
            <main class=\"page\"><p>goods</p><link rel=\"stylesheet\" href=\"/late.css\"></main><footer>foot</footer></body></html>";
        let page = page(scriptless).unwrap();
        let styles =
            "<style>a{}</style><style>b{}</style><link rel=\"stylesheet\" href=\"/a.css\">";
        let frame = "<header>bar</header>\n<main class=\"page\" id=\"page\" tabindex=\"-1\"></main>\n\
            <link rel=\"stylesheet\" href=\"/late.css\"><footer>foot</footer>";
        assert!(page.contains(styles), "{page}");
        assert!(page.contains(frame), "{page}");
        assert!(!page.contains("goods</p>") && !page.contains("<title>Goods"), "{page}");
        assert_eq!(page.matches("</body>").count(), 1);
        assert!(page.contains(&format!("src=\"{SCRIPT_PATH}\"")));
    }

    #[test]
    fn the_script_uses_words_that_the_page_has() {
        let not_a_letter = |sign: char| !sign.is_ascii_alphabetic();
        let after = |begin| SCRIPT.split(begin).skip(1).map(|rest| rest.split(not_a_letter).next());
        let words: Vec<_> =
            ["say(\"", "section(\"", "WORDS."].into_iter().flat_map(after).collect();
        assert!(words.len() > 10, "{words:?}");
        for word in words.into_iter().flatten() {
            assert!(INDEX.contains(&format!("\"{word}\": ")), "no {word} in index.html");
        }
    }
}
