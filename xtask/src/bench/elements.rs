//! Elements in a page's text as Chromium writes it: attributes in double quotes.

use std::ops::Range;

use crate::storefront::html::tags;

/// Where the elements of a name lie that `which` wants by their tags; `has_end` for those
/// that hold something.
pub fn find(
    html: &str,
    name: &str,
    has_end: bool,
    which: impl Fn(&str) -> bool,
) -> Vec<Range<usize>> {
    let closing = format!("</{name}>");
    let mut found: Vec<Range<usize>> = Vec::new();
    for tag in tags(html, name) {
        let is_inside = found.last().is_some_and(|last| tag.start < last.end);
        if is_inside || !which(tag.text) {
            continue;
        }
        let mut end = tag.start + tag.text.len();
        if has_end {
            end = html[end..].find(&closing).map_or(html.len(), |at| end + at + closing.len());
        }
        found.push(tag.start..end);
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
