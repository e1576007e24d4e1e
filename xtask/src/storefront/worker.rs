//! The service worker: minified, and told of which files the release consists.

use std::path::Path;

use anyhow::Result;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;
use crate::{files, process};

/// Where a release has it. What stands there in `public/` takes a worker away again.
pub const FILE: &str = "sw.js";
const SOURCE: &str = "xtask/src/storefront/worker.js";
/// What the app needs to run. Pictures of the manifests are the system's once it has them.
const PRECACHED: [&str; 5] = ["css", "html", "js", "svg", "wasm"];

/// Writes the release's own worker, which differs from every other release's.
pub fn write(workspace: &Workspace, stage: &Path) -> Result<()> {
    let worker = stage.join(FILE);
    files::remove(&worker)?;
    let (paths, release) = list(stage)?;
    minify(workspace, &release, &paths, &worker)
}

/// How much of a worker is written by hand.
pub fn size_by_hand(workspace: &Workspace) -> Result<u64> {
    let out = workspace.target().join("xtask/worker").join(FILE);
    minify(workspace, "", &[], &out)?;
    files::size(&out)
}

/// The paths of a release's files, and one hash of them all.
fn list(stage: &Path) -> Result<(Vec<String>, String)> {
    let mut paths = Vec::new();
    let mut hash = Sha256::new();
    for file in files::walk(stage)? {
        if !PRECACHED.contains(&&*files::extension(&file)) {
            continue;
        }
        let place = file.strip_prefix(stage)?.to_string_lossy().replace('\\', "/");
        let path = format!("/{place}");
        hash.update(&path);
        hash.update(files::bytes(&file)?);
        paths.push(path);
    }
    let release = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Ok((paths, release))
}

fn minify(workspace: &Workspace, release: &str, paths: &[String], out: &Path) -> Result<()> {
    let mut command = super::esbuild(workspace);
    command.arg(workspace.path(SOURCE)).args(["--bundle", "--minify", "--format=iife"]);
    command.arg("--target=es2022");
    command.arg(format!("--define:RELEASE={}", json!(release)));
    command.arg(format!("--define:FILES={}", json!(paths)));
    command.arg(format!("--outfile={}", out.display()));
    process::run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn a_changed_file_is_another_release() -> anyhow::Result<()> {
        let stage = std::env::temp_dir().join(format!("vitrine-worker-{}", std::process::id()));
        crate::files::write(&stage.join("index.html"), "a")?;
        crate::files::write(&stage.join("app-0011223344556677.js"), "b")?;
        crate::files::write(&stage.join("icon-192.png"), "c")?;
        crate::files::write(&stage.join("later-0011223344556677.css"), "d")?;
        let (paths, release) = list(&stage)?;
        let expected = ["/app-0011223344556677.js", "/index.html", "/later-0011223344556677.css"];
        assert_eq!(paths, expected);
        assert_eq!(list(&stage)?.1, release);
        crate::files::write(&stage.join("index.html"), "A")?;
        assert_ne!(list(&stage)?.1, release);
        crate::files::remove_folder(&stage)
    }
}
