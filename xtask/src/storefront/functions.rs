//! What the Wasm of a release is made of, by crate and by function. The names are gone
//! from the files that are delivered, so this looks at what wasm-opt was given, and has
//! it a fifth larger than it gets.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Result, ensure};

use super::assets::name;
use super::sizes::kb;
use super::wasm::{self, Reader};
use crate::files;
use crate::workspace::Workspace;

#[derive(clap::Args)]
pub struct Args {
    /// How many lines a table has
    #[arg(long, default_value_t = 10)]
    top: usize,
}

/// A function's name and its bytes.
type Function = (String, u64);

/// Prints the tables for each file of the release that was built last.
pub fn print(workspace: &Workspace, args: &Args) -> Result<()> {
    let work = workspace.target().join("split");
    let (bound, parts) = (work.join("bound"), work.join("parts"));
    ensure!(bound.exists(), "no release was built: `cargo xtask dist` builds one");
    for path in [files::walk(&bound)?, files::walk(&parts)?].concat() {
        let file = name(&path);
        // The main part is looked at as wasm-bindgen leaves it.
        let is_later = file.starts_with("split_") || file.starts_with("chunk_");
        if file.ends_with("_bg.wasm") || (file.ends_with(".wasm") && is_later) {
            tell(&path, args.top)?;
        }
    }
    println!("1 KB is 1000 bytes, before wasm-opt and compression.");
    Ok(())
}

fn tell(path: &Path, top: usize) -> Result<()> {
    let functions = read(&files::bytes(path)?)?;
    let sum: u64 = functions.iter().map(|(_, size)| size).sum();
    println!("# {}: {} functions, {} KB\n", name(path), functions.len(), kb(sum));
    let by = |what: &str, key: fn(&str) -> String| {
        let mut groups: HashMap<String, (u64, usize)> = HashMap::new();
        for (name, size) in &functions {
            let group = groups.entry(key(name)).or_default();
            *group = (group.0 + size, group.1 + 1);
        }
        groups.remove("");
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by(|(a, x), (b, y)| y.0.cmp(&x.0).then_with(|| a.cmp(b)));
        println!("|    KB | times | {what} |\n|------:|------:|:--|");
        for (name, (size, times)) in groups.into_iter().take(top) {
            println!("| {:>5} | {times:>5} | `{}` |", kb(size), shortened(&name));
        }
        println!();
    };
    by("crate", |name| source(name, 1));
    by("module of ours", |name| match source(name, 3) {
        module if module.starts_with("vitrine") => module,
        _ => String::new(),
    });
    by("function, for all types", without_types);
    by("function", str::to_owned);
    Ok(())
}

fn shortened(name: &str) -> String {
    const MOST: usize = 110;
    let mut short: String = name.chars().take(MOST).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    short
}

/// The functions of a file that still has its names.
fn read(file: &[u8]) -> Result<Vec<Function>> {
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), HashMap::new());
    wasm::sections(file, |id, section| {
        let mut reader = Reader { bytes: section, at: 0 };
        match id {
            wasm::IMPORT => imported = wasm::imported_functions(section)?,
            wasm::CODE => {
                for _ in 0..reader.number()? {
                    let size = reader.number()?;
                    reader.take(size)?;
                    sizes.push(size as u64);
                }
            }
            wasm::CUSTOM if reader.text()? == "name" => names = function_names(&mut reader)?,
            _ => {}
        }
        Ok(())
    })?;
    let named = |(at, size)| {
        let name = names.get(&(imported + at)).copied().unwrap_or("?");
        (format!("{:#}", rustc_demangle::demangle(name)), size)
    };
    Ok(sizes.into_iter().enumerate().map(named).collect())
}

fn function_names<'a>(reader: &mut Reader<'a>) -> Result<HashMap<usize, &'a str>> {
    const FUNCTIONS: u8 = 1;
    let mut names = HashMap::new();
    while reader.at < reader.bytes.len() {
        let id = reader.byte()?;
        let length = reader.number()?;
        let mut part = Reader { bytes: reader.take(length)?, at: 0 };
        if id == FUNCTIONS {
            for _ in 0..part.number()? {
                names.insert(part.number()?, part.text()?);
            }
        }
    }
    Ok(names)
}

/// The crate that a function comes from, or so many steps of a path of ours.
fn source(name: &str, steps: usize) -> String {
    // What is written for all types belongs to the trait.
    let name = name.strip_prefix("<_ as ").unwrap_or(name);
    let path = name.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    let path = ["mut ", "dyn ", "const "]
        .iter()
        .fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    let end = path.find(|c: char| !c.is_alphanumeric() && !"_:".contains(c)).unwrap_or(path.len());
    let steps = if path.starts_with("vitrine") { steps } else { 1 };
    path[..end].split("::").take(steps).collect::<Vec<_>>().join("::")
}

/// The name without the types that it was made for.
fn without_types(name: &str) -> String {
    let mut out = String::new();
    // Whether each bracket that is open is left out.
    let mut open: Vec<bool> = Vec::new();
    let mut before = ' ';
    for letter in name.chars() {
        let is_left_out = open.contains(&true);
        match letter {
            // `<A as B>::c` says what it belongs to; `a::<B>` and `A<B>` what it is made for.
            '<' => {
                let is_type = before == ':' || before.is_alphanumeric() || before == '_';
                open.push(is_type);
                if is_type && !is_left_out {
                    out.truncate(out.trim_end_matches("::").len());
                }
            }
            '>' if before != '-' => _ = open.pop(),
            _ => {}
        }
        if !is_left_out && !open.contains(&true) {
            out.push(letter);
        }
        before = letter;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_belong_to_the_crate_that_wrote_them() {
        let name = "<&mut vitrine::ui::field::Field as core::fmt::Debug>::fmt";
        assert_eq!(source(name, 1), "vitrine");
        assert_eq!(source(name, 3), "vitrine::ui::field");
        let generic = "core::ptr::drop_in_place::<alloc::vec::Vec<dyn Fn() -> u8>>";
        assert_eq!(source(generic, 3), "core");
        assert_eq!(source("<_ as tachys::view::IntoAny>::into_any::<u8>", 1), "tachys");
        assert_eq!(without_types(generic), "core::ptr::drop_in_place");
        assert_eq!(
            without_types("<a::B<u8> as c::D>::e::<f>::{closure#0}"),
            "<a::B as c::D>::e::{closure#0}"
        );
    }

    #[test]
    fn sizes_stand_beside_names() {
        // One import, one function of two bytes, and its name.
        let mut file = b"\0asm\x01\0\0\0".to_vec();
        file.extend(b"\x02\x07\x01\x01a\x01b\0\0");
        file.extend(b"\x0a\x05\x01\x03\0\x01\x0b");
        file.extend(b"\0\x0d\x04name\x01\x06\x01\x01\x03a::");
        assert_eq!(read(&file).unwrap(), [("a::".to_owned(), 3)]);
    }
}
