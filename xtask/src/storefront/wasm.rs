//! The few parts of a Wasm file that we read and change ourselves.

use anyhow::{Context, Result, ensure};

/// Numbers of sections.
pub const CUSTOM: u8 = 0;
pub const IMPORT: u8 = 2;
pub const GLOBAL: u8 = 6;
pub const EXPORT: u8 = 7;
pub const CODE: u8 = 10;

const HEADER: usize = 8;

/// Calls `look` with every section, in order.
pub fn sections<'a>(
    wasm: &'a [u8],
    mut look: impl FnMut(u8, &'a [u8]) -> Result<()>,
) -> Result<()> {
    ensure!(wasm.starts_with(b"\0asm"), "no Wasm");
    let mut reader = Reader { bytes: wasm, at: HEADER };
    while reader.at < wasm.len() {
        let id = reader.byte()?;
        let length = reader.number()?;
        look(id, reader.take(length)?)?;
    }
    Ok(())
}

/// The file with those sections that `change` gives anew.
pub fn edit(
    wasm: &[u8],
    mut change: impl FnMut(u8, &[u8]) -> Result<Option<Vec<u8>>>,
) -> Result<Vec<u8>> {
    let mut out = wasm.get(..HEADER).context("no Wasm")?.to_vec();
    sections(wasm, |id, section| {
        let changed = change(id, section)?;
        let section = changed.as_deref().unwrap_or(section);
        out.push(id);
        number(&mut out, section.len());
        out.extend(section);
        Ok(())
    })?;
    Ok(out)
}

/// How many functions a file imports, by its section of imports.
pub fn imported_functions(section: &[u8]) -> Result<usize> {
    let mut reader = Reader { bytes: section, at: 0 };
    let mut functions = 0;
    for _ in 0..reader.number()? {
        reader.text()?;
        reader.text()?;
        functions += usize::from(reader.import()?);
    }
    Ok(functions)
}

/// Reads what a section is made of.
pub struct Reader<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

impl<'a> Reader<'a> {
    pub fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let found = self.bytes.get(self.at..self.at + length).context("Wasm that breaks off")?;
        self.at += length;
        Ok(found)
    }

    pub fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// LEB128.
    pub fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
            ensure!(shift < 35, "a number that is too long");
        }
    }

    pub fn text(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).context("a name that is no text")
    }

    /// Skips what an import is; says whether it is a function.
    pub fn import(&mut self) -> Result<bool> {
        let kind = self.byte()?;
        match kind {
            0 => _ = self.number()?,
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => _ = self.take(2)?,
            4 => {
                self.byte()?;
                self.number()?;
            }
            kind => anyhow::bail!("an import of unknown kind {kind}"),
        }
        Ok(kind == 0)
    }

    fn limits(&mut self) -> Result<()> {
        let has_end = self.byte()? & 1 == 1;
        self.number()?;
        if has_end {
            self.number()?;
        }
        Ok(())
    }
}

/// Writes a number as LEB128.
pub fn number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Writes a text behind its length.
pub fn text(out: &mut Vec<u8>, text: &str) {
    number(out, text.len());
    out.extend(text.as_bytes());
}
