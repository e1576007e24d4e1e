//! The report: the same on the screen and in docs/performance.md.

use anyhow::Result;

use super::table::Table;
use super::{comparison, machine, visits, weight};

pub struct Report {
    tables: Vec<Table>,
    notes: Vec<String>,
    quick: bool,
}

impl Report {
    pub fn new(quick: bool) -> Self {
        Self { tables: Vec::new(), notes: Vec::new(), quick }
    }

    /// Shown at once: what comes next takes minutes.
    pub fn add(&mut self, table: Table) {
        println!("\n{table}");
        self.tables.push(table);
    }

    pub fn add_pages(&mut self, seen: &[visits::Seen]) -> Result<()> {
        if let Some(home) = seen.first().and_then(|home| home.mobile.first()) {
            self.add(weight::of_images(home));
        }
        self.add(comparison::transfer(seen)?);
        self.add(comparison::mobile(seen)?);
        self.add(comparison::desktop(seen)?);
        Ok(())
    }

    pub fn note(&mut self, text: Option<String>) {
        self.notes.extend(text);
    }

    /// Milliseconds found in busy company say little; whoever reads them must know.
    pub fn note_company(&mut self, when: &str) {
        if let Some(share) = machine::taken_by_others() {
            let share = (share * 100.0).round().max(0.0);
            self.notes.push(format!("{when}, other programs took {share} % of the processors."));
        }
    }

    fn over(&self) -> Vec<String> {
        self.tables.iter().flat_map(Table::over).collect()
    }

    /// The last words on the screen.
    pub fn verdict(&self) -> String {
        let over = self.over();
        if over.is_empty() {
            return "every budget holds".into();
        }
        format!("over budget:\n- {}", over.join("\n- "))
    }

    pub fn text(&self) -> String {
        let runs = if self.quick { " A quick run: each page was visited once." } else { "" };
        let mut text = format!(
            "# Performance\n\n\
             Written by `{}`: a release as `cargo xtask dist` builds it, the demo shop with its \
             photos on SQLite, everything over loopback, on {}.{runs} Another machine gives other \
             milliseconds; the ratios stay.\n",
            command(),
            machine::description()
        );
        for note in &self.notes {
            text += &format!("\n{note}\n");
        }
        let over = self.over();
        if over.is_empty() {
            text += "\nEvery budget holds.\n";
        } else {
            text += &format!("\nOver budget:\n\n- {}\n", over.join("\n- "));
        }
        for table in &self.tables {
            text += &format!("\n{table}");
        }
        text
    }
}

/// As it was typed.
fn command() -> String {
    std::env::args().skip(1).fold("cargo xtask".to_owned(), |line, word| line + " " + &word)
}
