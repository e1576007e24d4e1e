//! Finds and changes single tags of a page, as Trunk or a hand has written them.

/// One tag of a page, with its place.
pub struct Tag<'a> {
    pub text: &'a str,
    pub start: usize,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, quoted or not.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
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
pub fn tags<'a>(html: &'a str, kind: &str) -> Vec<Tag<'a>> {
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
pub fn edit(html: &str, kind: &str, mut change: impl FnMut(&Tag) -> Option<String>) -> String {
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
        <link data-part=later rel=stylesheet href=/a.css><linked></head>";

    #[test]
    fn reads_attributes_in_any_quotes() {
        let found = tags(PAGE, "link");
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].attribute("as"), Some("fetch"));
        assert_eq!(found[1].attribute("href"), Some("/i.svg"));
        assert_eq!(found[1].attribute("as"), None);
        assert_eq!(found[2].attribute("data-part"), Some("later"));
    }

    #[test]
    fn takes_one_tag_away_and_nothing_else() {
        let is_wasm = |tag: &Tag| tag.attribute("as") == Some("fetch");
        let bare = edit(PAGE, "link", |tag| is_wasm(tag).then(String::new));
        assert!(!bare.contains("a.wasm"));
        assert_eq!(tags(&bare, "link").len(), 2);
    }
}
