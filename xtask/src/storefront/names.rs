//! The names by which the script and the main Wasm know each other. As wasm-bindgen
//! leaves them they are mangled or carry a hash each, which no compression helps:
//! they become short ones. What the script never calls is no longer exported, and
//! wasm-opt drops it.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, ensure};

use super::wasm::{self, Reader, number, text};

/// What the later bundles import by name, and what starts the first.
const KEPT: [&str; 3] = ["memory", "__indirect_function_table", "__wbindgen_start"];

/// The Wasm and the script with the new names.
pub fn shorten(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let script = without_classes(script);
    let words: HashSet<&str> = words(&script).collect();
    let mut names = Names::default();
    let wasm = wasm::edit(wasm, |id, section| match id {
        wasm::IMPORT => imports(section, &mut names).map(Some),
        wasm::EXPORT => exports(section, &mut names, |name| {
            KEPT.contains(&name) || name.starts_with("__wasm_split") || words.contains(name)
        })
        .map(Some),
        _ => Ok(None),
    })?;
    Ok((wasm, names.rewrite(&script)))
}

/// wasm-bindgen exports the classes of every crate. The page uses none.
fn without_classes(script: &str) -> String {
    let mut out = String::new();
    let mut classes: Vec<String> = Vec::new();
    let mut skipping = "";
    for line in script.split_inclusive('\n') {
        if !skipping.is_empty() {
            if line.trim_end().ends_with(skipping) && !(skipping == "}" && line.starts_with(' ')) {
                skipping = "";
            }
            continue;
        }
        if let Some(rest) = line.strip_prefix("export class ") {
            classes.push(rest.split(' ').next().unwrap_or_default().to_owned());
            skipping = "}";
        } else if classes.iter().any(|class| line.starts_with(&format!("const {class}Final"))) {
            skipping = ";";
        } else if !line.starts_with("if (Symbol.dispose) ") {
            out += line;
        }
    }
    out
}

/// Everything in a script that could be a name.
fn words(script: &str) -> impl Iterator<Item = &str> {
    script.split(|c: char| !is_of_name(c)).filter(|word| !word.is_empty())
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[derive(Default)]
struct Names {
    short: HashMap<String, String>,
}

impl Names {
    fn short(&mut self, name: &str) -> String {
        let next = format!("w{}", self.short.len());
        self.short.entry(name.to_owned()).or_insert(next).clone()
    }

    fn rewrite(&self, script: &str) -> String {
        let mut out = String::with_capacity(script.len());
        let mut rest = script;
        while !rest.is_empty() {
            let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
            let (word, tail) = rest.split_at(end);
            out += self.short.get(word).map_or(word, String::as_str);
            let between = tail.find(is_of_name).unwrap_or(tail.len());
            out += &tail[..between];
            rest = &tail[between..];
        }
        out
    }
}

fn imports(section: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let count = reader.number()?;
    let mut out = Vec::new();
    number(&mut out, count);
    for _ in 0..count {
        let (module, name) = (reader.text()?, reader.text()?);
        let ours = module.ends_with("_bg.js");
        text(&mut out, module);
        text(&mut out, &if ours { names.short(name) } else { name.to_owned() });
        let from = reader.at;
        reader.import()?;
        out.extend(&section[from..reader.at]);
    }
    ensure!(reader.at == section.len(), "imports that nobody can read");
    Ok(out)
}

fn exports(section: &[u8], names: &mut Names, used: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let count = reader.number()?;
    let mut kept = Vec::new();
    for _ in 0..count {
        let name = reader.text()?;
        let from = reader.at;
        reader.byte()?;
        reader.number()?;
        if used(name) {
            kept.push((name, &section[from..reader.at]));
        }
    }
    let mut out = Vec::new();
    number(&mut out, kept.len());
    for (name, what) in kept {
        let mangled = name.starts_with("_R") || name.starts_with("_ZN");
        text(&mut out, &if mangled { names.short(name) } else { name.to_owned() });
        out.extend(what);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = r#"export class Unused {
    free() {
        wasm.unused_free(0);
    }
}
if (Symbol.dispose) Unused.prototype[Symbol.dispose] = Unused.prototype.free;
const import0 = { __wbg_new_1: () => {}, __wbg_new_12: () => wasm._RNv(1) };
const UnusedFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.unused_free(ptr, 1));
const imports = { "./a_bg.js": import0 };
"#;

    /// Two imported functions; three exports of the first.
    fn module() -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let mut section = vec![2];
        for name in ["__wbg_new_1", "__wbg_new_12"] {
            text(&mut section, "./a_bg.js");
            text(&mut section, name);
            section.extend([0, 0]);
        }
        wasm.push(wasm::IMPORT);
        number(&mut wasm, section.len());
        wasm.extend(section);
        let mut section = vec![3];
        for name in ["memory", "_RNv", "unused_free"] {
            text(&mut section, name);
            section.extend([0, 0]);
        }
        wasm.push(wasm::EXPORT);
        number(&mut wasm, section.len());
        wasm.extend(section);
        wasm
    }

    #[test]
    fn both_sides_have_the_same_short_names_and_nothing_unused() {
        let (wasm, script) = shorten(&module(), SCRIPT).unwrap();
        let mut names = Names::default();
        let mut reader = Reader { bytes: &wasm, at: 8 };
        assert_eq!(reader.byte().unwrap(), wasm::IMPORT);
        let length = reader.number().unwrap();
        let again = imports(reader.take(length).unwrap(), &mut names).unwrap();
        let seen: Vec<_> = names.short.keys().cloned().collect();
        assert!(seen.contains(&"w0".into()) && seen.contains(&"w1".into()), "{again:?}");
        let rest = String::from_utf8_lossy(&wasm[reader.at..]);
        assert!(rest.contains("memory") && rest.contains("w2"), "{rest}");
        assert!(!rest.contains("unused_free") && !rest.contains("_RNv"), "{rest}");
        assert_eq!(
            script,
            "const import0 = { w0: () => {}, w1: () => wasm.w2(1) };\n\
             const imports = { \"./a_bg.js\": import0 };\n"
        );
    }
}
