//! The gallery shows all of `src/ui`, and only development builds have it.
// A test that cannot go on says so by panicking, in its helpers too.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

fn source(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// What `src/ui/mod.rs` makes public: module and name.
fn public_names() -> Vec<(String, String)> {
    let text = source("src/ui/mod.rs");
    let uses = text.split("pub use ").skip(1).filter_map(|rest| rest.split_once(';'));
    let mut found = Vec::new();
    for (path, _) in uses {
        let (module, names) = path.split_once("::").unwrap();
        let names = names.trim_matches(['{', '}']).split(',').map(str::trim);
        found.extend(names.filter(|name| !name.is_empty()).map(|n| (module.into(), n.into())));
    }
    found
}

fn gallery() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/features/gallery");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files.collect();
    files.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The variants of an enum, from its source.
fn variants(code: &str, name: &str) -> Option<Vec<String>> {
    let (_, body) = code.split_once(&format!("pub enum {name} {{"))?;
    let (body, _) = body.split_once("\n}")?;
    let lines = body.lines().map(str::trim);
    let names = lines.filter(|line| line.starts_with(char::is_uppercase));
    Some(names.map(|line| line.trim_end_matches(',').to_owned()).collect())
}

fn is_used(code: &str, start: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    code.match_indices(start).any(|(at, _)| ends(&code[at + start.len()..]))
}

#[test]
fn every_component_and_every_kind_is_in_the_gallery() {
    let gallery = gallery();
    let (mut components, mut lacking) = (0, Vec::new());
    for (module, name) in public_names() {
        let code = source(&format!("src/ui/{module}.rs"));
        if let Some(variants) = variants(&code, &name) {
            assert!(!variants.is_empty(), "{name} was not read");
            let all = variants.iter().map(|variant| format!("{name}::{variant}"));
            lacking.extend(all.filter(|variant| !is_used(&gallery, variant)));
        } else if code.contains(&format!("#[component]\npub fn {name}")) {
            components += 1;
            lacking.extend((!is_used(&gallery, &format!("<{name}"))).then_some(name));
        } else if code.contains(&format!("pub fn {name}(")) {
            components += 1;
            lacking.extend((!gallery.contains(&format!("{name}("))).then_some(name));
        }
    }
    assert!(components > 40, "only {components} components were found");
    assert!(lacking.is_empty(), "src/features/gallery lacks {lacking:?}");
}

/// `cargo xtask` looks for the gallery in each release that it builds; this tells sooner.
#[test]
fn only_development_builds_have_the_gallery() {
    assert!(source("src/features/mod.rs").contains("#[cfg(debug_assertions)]\npub mod gallery;"));
}
