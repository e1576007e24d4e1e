//! The sheets as the page shows them: the last good text of each.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::{Value, json};

use crate::files;

/// What is wrong with a sheet.
type Check = Box<dyn Fn(&Path) -> Result<Option<String>> + Send>;

pub struct Sheets {
    root: PathBuf,
    check: Check,
    known: Vec<Sheet>,
}

struct Sheet {
    /// From the workspace, as `index.html` names it.
    name: String,
    /// What the page shows.
    good: String,
    /// What was last read, good or not.
    read: String,
    /// Why that is not shown.
    fault: Option<String>,
}

impl Sheets {
    /// All that `index.html` names, in its order.
    pub fn read(root: PathBuf, check: Check) -> Result<Self> {
        let mut sheets = Self { root, check, known: Vec::new() };
        sheets.follow_index()?;
        Ok(sheets)
    }

    /// Takes in what is new in `index.html`, and leaves what it no longer names.
    pub fn follow_index(&mut self) -> Result<()> {
        let page = files::read(&self.root.join("index.html"))?;
        let mut before = std::mem::take(&mut self.known);
        for name in named_in(&page) {
            let at = before.iter().position(|sheet| sheet.name == name);
            self.known.push(match at {
                Some(at) => before.swap_remove(at),
                None => {
                    let text = files::read(&self.path(&name))?;
                    Sheet { name, good: text.clone(), read: text, fault: None }
                }
            });
        }
        Ok(())
    }

    /// Looks at the files again. What changed comes as a message to the pages; a sheet
    /// with a fault keeps its last good text.
    pub fn refresh(&mut self) -> Result<Option<Value>> {
        let mut changed = Vec::new();
        let mut looked_at = false;
        for at in 0..self.known.len() {
            let path = self.path(&self.known[at].name);
            // Some editors replace a file, and for a moment there is none.
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            let sheet = &mut self.known[at];
            if text == sheet.read {
                continue;
            }
            looked_at = true;
            sheet.fault = (self.check)(&path)?;
            sheet.read.clone_from(&text);
            if sheet.fault.is_none() && text != sheet.good {
                sheet.good = text;
                changed.push(at);
            }
        }
        Ok(looked_at.then(|| self.message(changed.into_iter())))
    }

    /// The text of every sheet, for a page that has just been opened.
    pub fn whole(&self) -> Value {
        self.message(0..self.known.len())
    }

    fn message(&self, which: impl Iterator<Item = usize>) -> Value {
        let sheets: Vec<_> = which
            .map(|at| json!({ "name": self.known[at].name, "css": self.known[at].good }))
            .collect();
        let faults: Vec<_> = self.known.iter().filter_map(|sheet| sheet.fault.as_deref()).collect();
        json!({ "sheets": sheets, "fault": faults.join("\n") })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }
}

fn named_in(page: &str) -> Vec<String> {
    let after = page.split("href=\"style/").skip(1);
    after.filter_map(|rest| Some(format!("style/{}", rest.split_once('"')?.0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_faulty_sheet_keeps_its_last_good_text() -> Result<()> {
        let root = std::env::temp_dir().join(format!("vitrine-sheets-{}", std::process::id()));
        let sheet = root.join("style/a.css");
        files::write(&root.join("index.html"), "<link href=\"style/a.css\" />")?;
        files::write(&sheet, "a {}")?;
        let check: Check =
            Box::new(|path| Ok(files::read(path)?.contains("oops").then(|| "oops".to_owned())));
        let mut sheets = Sheets::read(root.clone(), check)?;
        let of = |text: &str| json!([{ "name": "style/a.css", "css": text }]);
        assert_eq!(sheets.refresh()?, None);

        files::write(&sheet, "b {}")?;
        assert_eq!(sheets.refresh()?, Some(json!({ "sheets": of("b {}"), "fault": "" })));

        files::write(&sheet, "oops")?;
        assert_eq!(sheets.refresh()?, Some(json!({ "sheets": [], "fault": "oops" })));
        assert_eq!(sheets.whole()["sheets"], of("b {}"));

        files::write(&sheet, "b {}")?;
        assert_eq!(sheets.refresh()?, Some(json!({ "sheets": [], "fault": "" })));
        files::remove_folder(&root)
    }

    #[test]
    fn the_order_is_that_of_the_page() {
        let page = "<link rel=\"inline\" href=\"style/b.css\" />\n<link href=\"style/ui/a.css\" />";
        assert_eq!(named_in(page), ["style/b.css", "style/ui/a.css"]);
    }
}
