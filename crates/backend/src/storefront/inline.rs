//! Finds the inline scripts and styles of a page, for its policy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// SHA-256 of each inline part, base64 as `Content-Security-Policy` wants it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Hashes {
    /// Of `<script>` without `src`.
    pub scripts: Vec<String>,
    /// Of `<style>`.
    pub styles: Vec<String>,
}

/// Of every inline part outside of comments.
pub fn hashes(html: &str) -> Hashes {
    let mut hashes = Hashes::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(name) = ["script", "style"].into_iter().find(|name| opens(rest, name)) else {
            rest = &rest[1..];
            continue;
        };
        let Some(end) = tag_end(rest) else { break };
        let (tag, content) = (&rest[..end], &rest[end..]);
        let close = find_close(content, name).unwrap_or(content.len());
        let inline = &content[..close];
        if name == "style" {
            hashes.styles.push(hash(inline));
        } else if !has_src(tag) {
            hashes.scripts.push(hash(inline));
        }
        rest = &content[close..];
    }
    hashes.scripts.dedup();
    hashes.styles.dedup();
    hashes
}

/// Whether a tag called `name` begins here.
fn opens(text: &str, name: &str) -> bool {
    let tag = &text.as_bytes()[1..];
    tag.len() > name.len()
        && tag[..name.len()].eq_ignore_ascii_case(name.as_bytes())
        && matches!(tag[name.len()], b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r')
}

/// Behind the `>` of the tag that begins here; a quoted `>` does not count.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None, b'>') => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn find_close(content: &str, name: &str) -> Option<usize> {
    let close = format!("</{name}");
    content
        .as_bytes()
        .windows(close.len())
        .position(|window| window.eq_ignore_ascii_case(close.as_bytes()))
}

fn has_src(tag: &str) -> bool {
    tag.split_ascii_whitespace().any(|part| part.to_ascii_lowercase().starts_with("src="))
}

/// Of the text as the browser sees it: with plain line ends.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.replace("\r\n", "\n")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn inline_parts_only() {
        let html = "<!-- <script>no</script> --><SCRIPT type=\"module\" data-x=\"a>b\">alert(1)</script>\
                    <script src=/x.js></script><scripture>no</scripture><style>a{}</style>";
        let found = hashes(html);
        assert_eq!(found.scripts, [hash("alert(1)")]);
        assert_eq!(found.styles, [hash("a{}")]);
        // From the specification of Content Security Policy.
        assert_eq!(hash("alert('Hello, world.');"), "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    proptest! {
        #[test]
        fn any_page_is_read(html in "(<script |<style>|<!--|-->|</script>|[<>a\"' é])*") {
            hashes(&html);
        }
    }
}
