//! Who may depend on whom. `docs/ARCHITECTURE.md` draws the same arrows.
// A test that cannot go on says so by panicking, in its helpers too.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of `src/`, and what each may use of the others.
const ROOMS: &[(&str, &[&str])] = &[
    ("json", &[]),
    ("i18n", &[]),
    ("reactive", &[]),
    ("browser", &["reactive"]),
    ("format", &["i18n"]),
    ("ui", &["format", "i18n", "reactive"]),
    ("api", &["json", "i18n"]),
    ("routes", &["api"]),
    ("state", &["api", "json", "i18n", "browser", "reactive"]),
    (
        "features",
        &["api", "browser", "format", "i18n", "json", "reactive", "routes", "state", "ui"],
    ),
    ("app", &["api", "browser", "features", "i18n", "reactive", "routes", "state"]),
    ("server", &["api", "app", "features", "i18n", "routes", "state", "ui"]),
    ("lib", &["app"]),
    ("main", &[]),
];

/// What each crate may depend on of the workspace, beside its tests.
const CRATES: &[(&str, &[&str])] = &[
    ("crates/pricing", &[]),
    ("crates/i18n", &[]),
    ("crates/contract", &["vitrine-pricing"]),
    ("crates/backend", &["vitrine", "vitrine-contract", "vitrine-i18n", "vitrine-pricing"]),
    (".", &["vitrine-contract", "vitrine-i18n", "vitrine-pricing"]),
];

/// Crates that the pure ones must do without.
const IMPURE: &[&str] =
    &["leptos", "axum", "tokio", "sea-orm", "web-sys", "js-sys", "wasm-bindgen", "rand", "jiff"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|x| x == "rs") {
            found.push(path);
        }
    }
}

/// First names after `crate::`, as in `crate::state::Cart` or `crate::{api, ui}`.
fn used_rooms(code: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String {
        text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut rooms = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let mut item = String::new();
                for c in group.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => rooms.extend([word(std::mem::take(&mut item).trim())]),
                        _ => {}
                    }
                    if depth == 0 && c != ',' {
                        item.push(c);
                    }
                }
                rooms.insert(word(item.trim()));
            }
            None => {
                rooms.insert(word(rest));
            }
        }
    }
    rooms.remove("");
    rooms
}

#[test]
fn rooms_use_only_what_lies_below_them() {
    let mut files = Vec::new();
    rust_files(&root().join("src"), &mut files);
    assert!(files.len() > 50, "the storefront was not found");
    let mut faults = Vec::new();
    for file in files {
        let inside = file.strip_prefix(root().join("src")).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy();
        let room = first.trim_end_matches(".rs").to_owned();
        let (_, allowed) = ROOMS
            .iter()
            .find(|(name, _)| *name == room)
            .unwrap_or_else(|| panic!("src/{room} has no place in the layers"));
        for used in used_rooms(&fs::read_to_string(&file).unwrap()) {
            let known = ROOMS.iter().any(|(name, _)| *name == used);
            if known && used != room && !allowed.contains(&used.as_str()) {
                faults.push(format!("{} uses {used}", inside.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn crates_depend_only_downwards() {
    for (folder, allowed) in CRATES {
        let text = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        let manifest: toml::Table = text.parse().unwrap();
        let dependencies = manifest["dependencies"].as_table().unwrap();
        for name in dependencies.keys() {
            assert!(
                !name.starts_with("vitrine-") || allowed.contains(&name.as_str()),
                "{folder} depends on {name}"
            );
            let pure = ["crates/pricing", "crates/contract", "crates/i18n"].contains(folder);
            assert!(!(pure && IMPURE.contains(&name.as_str())), "{folder} depends on {name}");
        }
    }
}

#[test]
fn no_floats_in_prices() {
    let mut files = Vec::new();
    rust_files(&root().join("crates/pricing/src"), &mut files);
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        for float in ["f32", "f64"] {
            assert!(!code.contains(float), "{} uses {float}", file.display());
        }
    }
}

#[test]
fn every_style_sheet_is_in_the_page() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let mut folders = vec![root().join("style")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|x| x == "css") {
                let name = path.strip_prefix(root()).unwrap().display().to_string();
                assert!(page.contains(&format!("\"{name}\"")), "{name} is not in index.html");
            }
        }
    }
}

#[test]
fn groups_of_imports_are_read() {
    let code = "use crate::{api, state::{Cart, Stored}, ui};\nlet x = crate::routes::Route::Home;";
    let rooms: Vec<_> = used_rooms(code).into_iter().collect();
    assert_eq!(rooms, ["api", "routes", "state", "ui"]);
}
