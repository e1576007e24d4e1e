//! What several parts share, and no file of its own is meant for. The splitter makes
//! one for each combination of parts, most of them some hundred bytes and a request
//! each. What we export of the main file stays in it, so we export it.

use std::collections::BTreeSet;

use anyhow::{Context, Result};

use super::wasm::{self, Reader, number, text};

/// The one combination that is worth a file.
const SHARED: &str = "Chunk({\"after\", \"till\"})";
/// What the splitter's own words for a file begin with.
const FILE: &str = "SPLIT: ==============";

/// What is to stay in the main file.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Strays {
    /// Indices of functions.
    functions: BTreeSet<usize>,
    /// Names of pieces of data.
    data: BTreeSet<String>,
}

impl Strays {
    /// Reads the splitter's listing of what it puts into which file.
    pub fn read(listing: &str) -> Result<Self> {
        let mut strays = Self::default();
        let mut is_stray = false;
        for line in listing.lines() {
            if let Some((_, file)) = line.split_once(FILE) {
                let begins = !file.contains("total size");
                is_stray = begins && file.contains("Chunk(") && !file.contains(SHARED);
            } else if is_stray {
                strays.add(line).with_context(|| format!("unknown in a listing: {line}"))?;
            }
        }
        Ok(strays)
    }

    fn add(&mut self, line: &str) -> Option<()> {
        if let Some((_, rest)) = line.split_once(" func[") {
            self.functions.insert(rest.split_once(']')?.0.parse().ok()?);
        } else {
            let (_, rest) = line.split_once(" Data {")?;
            let (_, rest) = rest.split_once("name: \"")?;
            self.data.insert(rest.split_once('"')?.0.to_owned());
        }
        Some(())
    }

    pub fn is_empty(&self) -> bool {
        self.functions.is_empty() && self.data.is_empty()
    }

    /// The file with them among its exports. Data is exported by a global with its
    /// name, whose value the splitter fills in.
    pub fn export(&self, wasm: &[u8]) -> Result<Vec<u8>> {
        let mut globals = 0;
        wasm::edit(wasm, |id, section| match id {
            wasm::GLOBAL => {
                let mut reader = Reader { bytes: section, at: 0 };
                globals = reader.number()?;
                let mut out = Vec::new();
                number(&mut out, globals + self.data.len());
                out.extend(&section[reader.at..]);
                // i32, never changed, 0.
                self.data.iter().for_each(|_| out.extend([0x7f, 0, 0x41, 0, 0x0b]));
                Ok(Some(out))
            }
            wasm::EXPORT => {
                let mut reader = Reader { bytes: section, at: 0 };
                let count = reader.number()?;
                let mut out = Vec::new();
                number(&mut out, count + self.functions.len() + self.data.len());
                out.extend(&section[reader.at..]);
                for function in &self.functions {
                    text(&mut out, &format!("kept_{function}"));
                    out.push(0);
                    number(&mut out, *function);
                }
                for (at, name) in self.data.iter().enumerate() {
                    text(&mut out, name);
                    out.push(3);
                    number(&mut out, globals + at);
                }
                Ok(Some(out))
            }
            _ => Ok(None),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTING: &str = r#"
TRACE split_point: split_points=[]
TRACE split_point: SPLIT: ============== Main
TRACE split_point:    func[1] <Some("main")> size=Some(1)
TRACE split_point: SPLIT: ============== Main  : total size: 1
TRACE split_point: SPLIT: ============== Chunk({"after", "till"})
TRACE split_point:    func[2] <Some("orders")> size=Some(1)
TRACE split_point: SPLIT: ============== Chunk({"after", "till"})  : total size: 1
TRACE split_point: SPLIT: ============== Chunk({"lists", "till"})
TRACE split_point:    func[3] <Some("a]b")> size=Some(1)
TRACE split_point:    Data { flags: SymbolFlags(BINDING_LOCAL), name: ".Lanon.1", symbol: None }
TRACE split_point: SPLIT: ============== Chunk({"lists", "till"})  : total size: 1
"#;

    #[test]
    fn strays_are_what_stands_in_no_file_that_is_meant() {
        let strays = Strays::read(LISTING).unwrap();
        let expected = Strays { functions: [3].into(), data: [".Lanon.1".to_owned()].into() };
        assert_eq!(strays, expected);
        assert!(Strays::read("").unwrap().is_empty());
        let unknown = LISTING.replace("func[3]", "tag[3]");
        assert!(Strays::read(&unknown).is_err());
    }

    #[test]
    fn what_is_kept_is_exported_behind_what_was() {
        // A global and its export.
        let wasm = b"\0asm\x01\0\0\0\x06\x06\x01\x7f\0\x41\x05\x0b\x07\x05\x01\x01g\x03\0";
        let kept = Strays::read(LISTING).unwrap().export(wasm).unwrap();
        let expected = b"\0asm\x01\0\0\0\x06\x0b\x02\x7f\0\x41\x05\x0b\x7f\0\x41\0\x0b\
            \x07\x19\x03\x01g\x03\0\x06kept_3\0\x03\x08.Lanon.1\x03\x01";
        assert_eq!(kept, expected);
    }
}
