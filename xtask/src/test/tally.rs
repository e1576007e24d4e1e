//! Counting tests from what their runners print.

use std::fmt::{self, Display};
use std::ops::Add;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl Tally {
    pub fn one_passed() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    pub fn one_failed() -> Self {
        Self { failed: 1, ..Self::default() }
    }

    pub fn one_skipped() -> Self {
        Self { skipped: 1, ..Self::default() }
    }

    /// Sums up `test result: ok. 3 passed; 0 failed; 1 ignored; …` of every binary.
    pub fn of_cargo(lines: &[String]) -> Self {
        lines.iter().filter_map(|line| line.split_once("test result: ")).fold(
            Self::default(),
            |sum, (_, counts)| {
                let (_, counts) = counts.split_once(". ").unwrap_or(("", counts));
                sum + counts.split(';').fold(Self::default(), |sum, part| sum + counted(part))
            },
        )
    }

    /// Sums up Playwright's closing lines: `  12 passed (1.3m)`.
    pub fn of_playwright(lines: &[String]) -> Self {
        let closing = |line: &&String| line.starts_with("  ") && !line.starts_with("   ");
        lines.iter().filter(closing).fold(Self::default(), |sum, line| sum + counted(line))
    }

    /// A runner that broke off may not have counted anything.
    pub fn at_least_one_failed(self) -> Self {
        Self { failed: self.failed.max(1), ..self }
    }
}

fn counted(text: &str) -> Tally {
    let mut words = text.split_whitespace();
    let Some(Ok(count)) = words.next().map(str::parse) else { return Tally::default() };
    match words.next() {
        // Flaky: failed first and passed then.
        Some("passed" | "flaky") => Tally { passed: count, ..Tally::default() },
        Some("failed" | "interrupted") => Tally { failed: count, ..Tally::default() },
        Some("ignored" | "skipped" | "did") => Tally { skipped: count, ..Tally::default() },
        _ => Tally::default(),
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(out, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn counts_every_binary_of_cargo() {
        let text = "test a ... ok\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 3 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of_cargo(&lines(text)), Tally { passed: 5, failed: 4, skipped: 1 });
    }

    #[test]
    fn counts_the_closing_lines_of_playwright() {
        let text = "  1) [phone] › a.spec.ts:3:1 › 7 passed\n\n  1 failed\n    [phone] › a.spec.ts\n\
            \x20 1 flaky\n  2 skipped\n  3 did not run\n  12 passed (1.3m)";
        assert_eq!(Tally::of_playwright(&lines(text)), Tally { passed: 13, failed: 1, skipped: 5 });
    }
}
