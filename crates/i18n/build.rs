//! Turns `locales/*.toml` into one typed function a string. A missing
//! language, a placeholder that only some languages use or an unknown plural
//! category stops the build, so that no half-translated screen can ship.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LANGUAGES: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];
const CATEGORIES: [&str; 2] = ["one", "other"];

fn main() {
    println!("cargo::rerun-if-changed=locales");
    match generate(Path::new("locales")) {
        Ok(code) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
            fs::write(out.join("strings.rs"), code).expect("OUT_DIR is writable");
        }
        Err(message) => {
            println!("cargo::error={message}");
        }
    }
}

fn generate(folder: &Path) -> Result<String, String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|x| x == "toml"))
        .collect();
    files.sort();
    let mut code = String::new();
    for file in files {
        let namespace = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let table: toml::Table = text.parse().map_err(|e| format!("{}: {e}", file.display()))?;
        module(&mut code, &namespace, &table).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    Ok(code)
}

fn module(code: &mut String, namespace: &str, table: &toml::Table) -> Result<(), String> {
    let _ = writeln!(code, "/// Strings of `locales/{namespace}.toml`.\npub mod {namespace} {{");
    code.push_str("#[allow(unused_imports)] use crate::{Count, Locale, template::{fill, pick}};\n");
    let mut plain = Vec::new();
    for (key, value) in table {
        let languages = value.as_table().ok_or(format!("{key}: expected a table of languages"))?;
        if let Some(unknown) = languages.keys().find(|k| !LANGUAGES.contains(&k.as_str())) {
            return Err(format!("{key}: unknown language {unknown}"));
        }
        let mut forms = Vec::new();
        for language in LANGUAGES {
            let text = languages.get(language).ok_or(format!("{key}: no {language}"))?;
            forms.push(plural_forms(text).map_err(|e| format!("{key}.{language}: {e}"))?);
        }
        let plural = languages.values().any(toml::Value::is_table);
        if function(code, key, &forms, plural)? {
            plain.push(key.clone());
        }
    }
    code.push_str(
        "/// The text of a key without placeholders, for keys that arrive as data.\n\
         pub fn lookup(l: Locale, key: &str) -> Option<&'static str> {\nlet _ = l;\nmatch key {\n",
    );
    for key in plain {
        let _ = writeln!(code, "{key:?} => Some({key}(l)),");
    }
    code.push_str("_ => None,\n}\n}\n}\n");
    Ok(())
}

/// The texts for one and other; equal where the language makes no difference.
fn plural_forms(value: &toml::Value) -> Result<[String; 2], String> {
    let check = |s: &str| {
        if s.trim().is_empty() { Err("empty text".to_owned()) } else { Ok(s.to_owned()) }
    };
    match value {
        toml::Value::String(s) => Ok([check(s)?, check(s)?]),
        toml::Value::Table(t) => {
            if let Some(unknown) = t.keys().find(|k| !CATEGORIES.contains(&k.as_str())) {
                return Err(format!("unknown plural category {unknown}"));
            }
            let form = |name: &str| {
                let text = t.get(name).and_then(|v| v.as_str()).ok_or(format!("no form {name}"))?;
                check(text)
            };
            Ok([form("one")?, form("other")?])
        }
        _ => Err("expected a text or plural forms".to_owned()),
    }
}

/// Writes the function; true when it takes no placeholder.
fn function(
    code: &mut String,
    key: &str,
    forms: &[[String; 2]],
    plural: bool,
) -> Result<bool, String> {
    let names = placeholders(&forms[0][1])?;
    for form in forms {
        // "one" may leave the number out ("an hour ago"), "other" may not.
        if placeholders(&form[1])? != names || !placeholders(&form[0])?.is_subset(&names) {
            return Err(format!("{key}: placeholders differ between languages"));
        }
    }
    if plural && !names.contains("count") {
        return Err(format!("{key}: plural forms need {{count}}"));
    }
    let others: Vec<&String> = forms.iter().map(|f| &f[1]).collect();
    let ones: Vec<&String> = forms.iter().map(|f| &f[0]).collect();
    let _ = writeln!(code, "/// “{}”", forms[2][1].replace('[', "\\[").replace('\n', " "));
    if names.is_empty() {
        let _ =
            writeln!(code, "pub fn {key}(l: Locale) -> &'static str {{ pick(l, &{others:?}) }}");
        return Ok(true);
    }
    let mut parameters = String::new();
    let mut arguments = String::new();
    for name in &names {
        if name == "count" && plural {
            parameters.push_str(", count: &Count");
            arguments.push_str("(\"count\", count.text()),");
        } else {
            let _ = write!(parameters, ", {name}: &str");
            let _ = write!(arguments, "({name:?}, {name}),");
        }
    }
    // A language may need the plural forms of which another has just one.
    let template = if plural && ones != others {
        format!("if count.is_one() {{ pick(l, &{ones:?}) }} else {{ pick(l, &{others:?}) }}")
    } else {
        format!("pick(l, &{others:?})")
    };
    let _ = writeln!(
        code,
        "pub fn {key}(l: Locale{parameters}) -> String {{ fill({template}, &[{arguments}]) }}"
    );
    Ok(false)
}

fn placeholders(text: &str) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let end = rest[start..].find('}').ok_or(format!("unclosed {{ in {text:?}"))? + start;
        names.insert(rest[start + 1..end].to_owned());
        rest = &rest[end + 1..];
    }
    Ok(names)
}
