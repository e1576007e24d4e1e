//! Cuts text into terms: Latin words, and Chinese in single characters and pairs.

/// A term of a search.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Term {
    /// A Latin word or number, or its beginning.
    Word(String),
    /// One Chinese character, or two in a row.
    Chinese(String),
}

impl Term {
    /// As the index keeps it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Word(text) | Self::Chinese(text) => text,
        }
    }
}

/// The longest word that is kept, in characters.
const WORD_MAX: usize = 32;

/// The terms of a product's text: Chinese by pairs and also by single
/// characters, so that a search for one character finds it.
pub fn of_text(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    for run in runs(text) {
        match run {
            Run::Word(word) => terms.push(Term::Word(word)),
            Run::Chinese(characters) => {
                terms.extend(characters.iter().map(|c| Term::Chinese(c.to_string())));
                terms.extend(pairs(&characters));
            }
        }
    }
    dedup(terms)
}

/// The terms of a search: Chinese by pairs, by a single character only where
/// it stands alone.
pub fn of_search(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    for run in runs(text) {
        match run {
            Run::Word(word) => terms.push(Term::Word(word)),
            Run::Chinese(characters) => match characters.as_slice() {
                [one] => terms.push(Term::Chinese(one.to_string())),
                more => terms.extend(pairs(more)),
            },
        }
    }
    dedup(terms)
}

fn dedup(mut terms: Vec<Term>) -> Vec<Term> {
    let mut seen = std::collections::HashSet::new();
    terms.retain(|term| seen.insert(term.clone()));
    terms
}

fn pairs(characters: &[char]) -> impl Iterator<Item = Term> {
    characters.windows(2).map(|pair| Term::Chinese(pair.iter().collect()))
}

enum Run {
    Word(String),
    Chinese(Vec<char>),
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut word = String::new();
    let mut chinese = Vec::new();
    let flush_word = |word: &mut String, runs: &mut Vec<Run>| {
        if !word.is_empty() {
            runs.push(Run::Word(stem(std::mem::take(word).chars().take(WORD_MAX).collect())));
        }
    };
    let flush_chinese = |chinese: &mut Vec<char>, runs: &mut Vec<Run>| {
        if !chinese.is_empty() {
            runs.push(Run::Chinese(std::mem::take(chinese)));
        }
    };
    for c in text.chars().map(narrow).flat_map(char::to_lowercase) {
        if is_chinese(c) {
            flush_word(&mut word, &mut runs);
            chinese.push(c);
        } else if c.is_alphanumeric() {
            flush_chinese(&mut chinese, &mut runs);
            word.push(c);
        } else if !matches!(c, '\'' | '’') {
            // An apostrophe is inside of a word, everything else is between words.
            flush_word(&mut word, &mut runs);
            flush_chinese(&mut chinese, &mut runs);
        }
    }
    flush_word(&mut word, &mut runs);
    flush_chinese(&mut chinese, &mut runs);
    runs
}

/// Full-width Latin letters and digits as they are usually typed.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}'
        | '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7af}')
}

/// English plurals as their singular, the same in the index and in a search.
fn stem(word: String) -> String {
    if word.len() < 4 || !word.is_ascii() || word.ends_with("ss") {
        return word;
    }
    for ending in ["ches", "shes", "sses", "xes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    word.strip_suffix('s').map(str::to_owned).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(terms: Vec<Term>) -> Vec<String> {
        terms.iter().map(|term| term.as_str().to_owned()).collect()
    }

    #[test]
    fn words_and_pairs() {
        assert_eq!(words(of_search("Running shoes 跑步鞋")), ["running", "shoe", "跑步", "步鞋"]);
        assert_eq!(words(of_text("跑鞋42码")), ["跑", "鞋", "跑鞋", "42", "码"]);
        assert_eq!(words(of_search("鞋")), ["鞋"]);
        assert_eq!(words(of_search("ＵＳＢ men's watches")), ["usb", "men", "watch"]);
        assert!(of_search(" ·—!").is_empty());
    }

    proptest! {
        #[test]
        fn a_text_is_found_by_each_of_its_search_terms(text in ".{0,40}") {
            let terms = of_text(&text);
            prop_assert!(of_search(&text).iter().all(|term| terms.contains(term)));
        }
    }
}
