//! Tables for the screen and for Markdown at once: cells are padded.

use std::fmt::{self, Display};

/// In the last column of a row whose budget does not hold.
pub const OVER: &str = "over";

pub struct Table {
    pub title: String,
    pub head: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
    /// Below the table: what one must know to read it.
    pub notes: Vec<String>,
}

impl Table {
    pub fn new(title: impl Into<String>, head: &[&'static str]) -> Self {
        Self { title: title.into(), head: head.to_vec(), rows: Vec::new(), notes: Vec::new() }
    }

    pub fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    pub fn note(&mut self, text: impl Into<String>) {
        self.notes.push(text.into());
    }

    /// The rows over their budget, in words.
    pub fn over(&self) -> Vec<String> {
        let over = self.rows.iter().filter(|row| row.last().is_some_and(|last| last == OVER));
        over.map(|row| format!("{}: {}", self.title, self.phrase(row))).collect()
    }

    /// The first cell, then every figure under its name.
    fn phrase(&self, row: &[String]) -> String {
        let cells = self.head.iter().zip(row).enumerate();
        let named = cells.filter(|(_, (head, cell))| !head.is_empty() && !cell.is_empty());
        let words = named.map(
            |(column, (head, cell))| {
                if column == 0 { cell.clone() } else { format!("{head} {cell}") }
            },
        );
        words.collect::<Vec<_>>().join(", ")
    }

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| length(cell));
        cells.chain([length(self.head[column]), 3]).max().unwrap_or(0)
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// Figures stand right, words stand left.
fn is_figure(column: usize, head: &str) -> bool {
    column > 0 && !["", "page", "measure", "kind", "budget"].contains(&head)
}

impl Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "## {}\n", self.title)?;
        let widths: Vec<_> = (0..self.head.len()).map(|column| self.width(column)).collect();
        let line = |cells: &[String]| {
            let mut line = String::from("|");
            for (column, width) in widths.iter().enumerate() {
                let cell = cells.get(column).map_or("", String::as_str);
                let pad = " ".repeat(width.saturating_sub(length(cell)));
                line += &if is_figure(column, self.head[column]) {
                    format!(" {pad}{cell} |")
                } else {
                    format!(" {cell}{pad} |")
                };
            }
            line
        };
        let head: Vec<_> = self.head.iter().map(|cell| (*cell).to_owned()).collect();
        writeln!(out, "{}", line(&head))?;
        let rule = widths.iter().enumerate().map(|(column, width)| {
            let end = if is_figure(column, self.head[column]) { ":" } else { "-" };
            format!("-{}{end}|", "-".repeat(*width))
        });
        writeln!(out, "|{}", rule.collect::<String>())?;
        for row in &self.rows {
            writeln!(out, "{}", line(row))?;
        }
        for note in &self.notes {
            writeln!(out, "\n{note}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_markdown_and_finds_what_is_over() {
        let mut table = Table::new("Sizes", &["what", "KB", "budget", ""]);
        table.row(["CSS", "21.0", "≤ 20", OVER]);
        table.row(["Wasm", "9.5", "", ""]);
        table.note("1 KB is 1000 bytes.");
        let expected = "\
## Sizes

| what |   KB | budget |      |
|------|-----:|--------|------|
| CSS  | 21.0 | ≤ 20   | over |
| Wasm |  9.5 |        |      |

1 KB is 1000 bytes.
";
        assert_eq!(table.to_string(), expected);
        assert_eq!(table.over(), ["Sizes: CSS, KB 21.0, budget ≤ 20"]);
    }
}
