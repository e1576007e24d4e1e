//! Crates that nobody uses, that came in twice, or whose licence we cannot pass on.
//!
//! The search for unused ones is cargo-machete's (a name that no source file
//! holds), in forty lines instead of one more tool to compile; so are its
//! exceptions, in `package.metadata.cargo-machete`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::workspace::Workspace;
use crate::{files, process};

/// Two of one of these in a build talk past each other, or cost their bytes twice.
const ONCE: [&str; 5] =
    ["leptos", "leptos_meta", "leptos_router", "reactive_graph", "wasm-bindgen"];

pub fn check(workspace: &Workspace) -> Result<()> {
    let text = process::read(workspace.cargo().args(["metadata", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&text).context("cargo metadata is no JSON")?;
    let allowed = allowed_licences(workspace)?;
    let mut findings = Vec::new();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        if package["source"].is_null() {
            findings.extend(unused(package)?);
            continue;
        }
        let licence = package["license"].as_str().unwrap_or("none");
        if !permits(licence, &allowed) {
            findings.push(format!("{name}: licence {licence} is not in deny.toml"));
        }
        versions.entry(name).or_default().push(package["version"].as_str().unwrap_or_default());
    }
    for name in ONCE {
        if let Some(found) = versions.get(name).filter(|found| found.len() > 1) {
            findings.push(format!("{name}: in the build as {}", found.join(" and ")));
        }
    }
    if findings.is_empty() { Ok(()) } else { bail!("dependencies:\n{}", findings.join("\n")) }
}

/// The dependencies of one of our packages that none of its files names.
fn unused(package: &Value) -> Result<Vec<String>> {
    let manifest = Path::new(package["manifest_path"].as_str().unwrap_or_default());
    let folder = manifest.parent().context("a package without a folder")?;
    let mut sources = Vec::new();
    for path in sources_of(folder)? {
        sources.push(files::read(&path)?);
    }
    let ignored = &package["metadata"]["cargo-machete"]["ignored"];
    let ignored: Vec<_> =
        ignored.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut found = Vec::new();
    for dependency in package["dependencies"].as_array().into_iter().flatten() {
        let name = dependency["name"].as_str().unwrap_or_default();
        let used_as = dependency["rename"].as_str().unwrap_or(name).replace('-', "_");
        let used = sources.iter().any(|source| names(source, &used_as));
        let line = format!("{}: {name} is unused", package["name"].as_str().unwrap_or_default());
        if !used && !ignored.contains(&name) && !found.contains(&line) {
            found.push(line);
        }
    }
    Ok(found)
}

/// The root package's folder holds all others, so only cargo's own places count.
fn sources_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for place in ["src", "tests", "benches", "examples"] {
        found.extend(files::walk(&folder.join(place))?);
    }
    found.push(folder.join("build.rs"));
    found.retain(|path| files::extension(path) == "rs" && path.exists());
    Ok(found)
}

/// Whether the text holds the name as a word of its own.
fn names(source: &str, name: &str) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || letter == '_';
    source.match_indices(name).any(|(at, _)| {
        !source[..at].ends_with(part) && !source[at + name.len()..].starts_with(part)
    })
}

/// The list in deny.toml, which `cargo deny check licenses` reads as well.
fn allowed_licences(workspace: &Workspace) -> Result<Vec<String>> {
    let text = files::read(&workspace.path("deny.toml"))?;
    let (_, list) = text.split_once("allow = [").context("deny.toml allows no licence")?;
    let (list, _) = list.split_once(']').context("the list in deny.toml has no end")?;
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

/// One choice of every `OR` is enough; each part of an `AND` is needed.
fn permits(expression: &str, allowed: &[String]) -> bool {
    let flat = expression.replace('/', " OR ").replace(['(', ')'], " ");
    flat.split(" AND ").all(|part| {
        part.split(" OR ").any(|licence| allowed.iter().any(|known| known == licence.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::{names, permits};

    #[test]
    fn a_name_is_a_word() {
        assert!(names("use leptos_use::x;", "leptos_use"));
        assert!(!names("use leptos_use::x;", "leptos"));
    }

    #[test]
    fn one_known_choice_of_each_part_is_enough() {
        let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
        assert!(permits("MIT/Apache-2.0", &allowed));
        assert!(permits("(MIT OR Apache-2.0) AND Unicode-3.0", &allowed));
        assert!(!permits("MIT AND GPL-3.0", &allowed));
    }
}
