//! Takes a style sheet apart, as far as the checks need it.

/// What stands between braces and semicolons, without comments.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins.
    pub line: usize,
    pub text: String,
    /// What it ends with: a brace or a semicolon.
    pub end: char,
}

impl Piece {
    /// Whether it may be one. What stands before `{` is a selector or a condition, where
    /// custom properties do not work.
    pub fn is_declaration(&self) -> bool {
        self.end != '{'
    }
}

/// All pieces, in their order.
pub fn pieces(css: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let (mut line, mut text, mut begins) = (1, String::new(), 1);
    let mut quote = None;
    let mut rest = css;
    while let Some(letter) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |end| end + 2);
            line += rest[..end].matches('\n').count();
            rest = &rest[end..];
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        match letter {
            '"' | '\'' if quote.is_none() => quote = Some(letter),
            _ if quote == Some(letter) => quote = None,
            _ if quote.is_some() => {}
            '{' | ';' | '}' => {
                found.push(Piece { line: begins, text: std::mem::take(&mut text), end: letter });
            }
            _ => {
                if text.is_empty() {
                    if letter.is_whitespace() {
                        line += usize::from(letter == '\n');
                        continue;
                    }
                    begins = line;
                }
                text.push(letter);
            }
        }
        line += usize::from(letter == '\n');
    }
    found
}

/// The single selectors of a list.
pub fn selectors(list: &str) -> Vec<&str> {
    list.split(outside_brackets(',')).map(str::trim).collect()
}

/// Finds a letter where it stands in no bracket. For one pass over a text.
pub fn outside_brackets(wanted: char) -> impl FnMut(char) -> bool {
    let mut depth = 0_usize;
    move |letter| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == wanted && depth == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_know_their_line_and_their_end() {
        let css = "/* x { */\n@layer a {\n  b { c: \"}\"; d: e }\n}";
        let found: Vec<_> =
            pieces(css).into_iter().map(|p| (p.line, p.text.trim().to_owned(), p.end)).collect();
        let expected = [(2, "@layer a", '{'), (3, "b", '{'), (3, "c:", ';'), (3, "d: e", '}')];
        let expected = expected.map(|(line, text, end)| (line, text.to_owned(), end));
        assert_eq!(found[..4], expected);
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn a_list_is_split_outside_of_brackets() {
        assert_eq!(selectors(".a:is(.b, .c) , [d=\"e,f\"]"), [".a:is(.b, .c)", "[d=\"e,f\"]"]);
    }
}
