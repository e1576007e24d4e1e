//! Elements in a page's text as Chromium writes it: attributes in double quotes.

use std::ops::Range;

/// Where the elements of a name lie that `which` wants by their tags; `has_end` for those
/// that hold something.
pub fn find(
    html: &str,
    name: &str,
    has_end: bool,
    which: impl Fn(&str) -> bool,
) -> Vec<Range<usize>> {
    let (opening, closing) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find(&opening).map(|at| from + at) {
        let Some(length) = html[start..].find('>') else { break };
        let tag = &html[start..=start + length];
        from = start + tag.len();
        if tag[opening.len()..].starts_with(['>', ' ', '\n', '/']) && which(tag) {
            if has_end {
                let close = html[from..].find(&closing);
                from = close.map_or(html.len(), |at| from + at + closing.len());
            }
            found.push(start..from);
        }
    }
    found
}

/// The page without them.
pub fn without(html: &str, elements: &[Range<usize>]) -> String {
    let starts = std::iter::once(0).chain(elements.iter().map(|element| element.end));
    let ends = elements.iter().map(|element| element.start).chain([html.len()]);
    starts.zip(ends).map(|(start, end)| &html[start..end]).collect()
}

/// Nothing but them.
pub fn only(html: &str, elements: &[Range<usize>]) -> String {
    elements.iter().map(|element| &html[element.clone()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_and_ends_belong_to_them() {
        let html = "<s>1</s><section>2</section><s class=\"a\">3</s>";
        let all = find(html, "s", true, |_| true);
        assert_eq!(only(html, &all), "<s>1</s><s class=\"a\">3</s>");
        assert_eq!(without(html, &all), "<section>2</section>");
        let some = find(html, "s", true, |tag| tag.contains("class"));
        assert_eq!(without(html, &some), "<s>1</s><section>2</section>");
        assert_eq!(without(html, &[]), html);
    }
}
