//! The Wasm and its script: optimised, then named by what is in them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;
use crate::{files, process};

/// Rust's own defaults for wasm32-unknown-unknown. `--all-features` would let
/// wasm-opt use proposals that browsers reject.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What Trunk made of the crate, and what the files are called now.
pub struct Bundle {
    pub wasm: PathBuf,
    pub script: PathBuf,
    /// The Wasm that is loaded after the first page.
    pub later: Vec<PathBuf>,
    /// Where the script's modules begin.
    pub source: PathBuf,
    /// Old and new names, for whoever refers to them.
    pub renamed: Vec<(String, String)>,
}

impl Bundle {
    pub fn find(stage: &Path) -> Result<Self> {
        let wasm = files::walk(stage)?
            .into_iter()
            .find(|path| name(path).ends_with("_bg.wasm"))
            .context("Trunk left no Wasm")?;
        let script = wasm.with_file_name(name(&wasm).replace("_bg.wasm", ".js"));
        let source = script.clone();
        Ok(Self { wasm, script, later: Vec::new(), source, renamed: Vec::new() })
    }
}

pub fn optimise(workspace: &Workspace, stage: &Path, bundle: &Bundle) -> Result<()> {
    println!("wasm-opt: about a minute");
    for wasm in bundle.later.iter().chain([&bundle.wasm]) {
        shrink_wasm(workspace, wasm)?;
    }
    bundle_script(workspace, stage, bundle)
}

/// Trunk's own minifier gives up on wasm-bindgen's script; this one also takes the
/// snippets in and the loader of the later Wasm, which would be a request each.
fn bundle_script(workspace: &Workspace, stage: &Path, bundle: &Bundle) -> Result<()> {
    let smaller = bundle.script.with_extension("smaller");
    let mut command = super::esbuild(workspace);
    command.arg(&bundle.source).args(["--bundle", "--minify", "--format=esm", "--target=es2022"]);
    command.arg("--legal-comments=none");
    // The loader is imported once for each bundle, every time under the same key.
    command.arg("--log-override:duplicate-object-key=silent");
    command.arg(format!("--outfile={}", smaller.display()));
    process::run(&mut command)?;
    files::rename(&smaller, &bundle.script)?;
    files::remove_folder(&stage.join("snippets"))
}

fn shrink_wasm(workspace: &Workspace, wasm: &Path) -> Result<()> {
    let smaller = wasm.with_extension("smaller");
    let mut command = workspace.command("node");
    command.arg("tools/node_modules/binaryen/bin/wasm-opt");
    // Against -Oz alone 2 % less after compression, and 1 % more of it for inlining what is
    // no longer than its call. The stack lies below all data, so that no address near 0
    // is anything's.
    command.arg("--always-inline-max-function-size=4");
    command.arg(wasm).args(["--low-memory-unused", "--flatten", "--rereloop", "-Os", "-Os"]);
    command.arg("--reorder-functions");
    command.args(["--strip-debug", "--strip-producers"]);
    command.args(FEATURES).arg("-o").arg(&smaller);
    process::run(&mut command)?;
    files::rename(&smaller, wasm)
}

/// Trunk hashes cargo's Wasm, before wasm-bindgen and wasm-opt: a changed tool
/// would keep the name, and browsers would keep the old file.
pub fn rename(stage: &Path, mut bundle: Bundle) -> Result<Bundle> {
    let stem = name(&bundle.script);
    let stem =
        stem.split_once('-').map_or(stem.trim_end_matches(".js"), |(stem, _)| stem).to_owned();

    for wasm in std::mem::take(&mut bundle.later) {
        let hash = fingerprint(&files::bytes(&wasm)?);
        let part = name(&wasm);
        let part = part.trim_start_matches("split_").trim_end_matches(".wasm");
        let moved = bundle.moved(stage, &wasm, &format!("{stem}-{part}-{hash}.wasm"))?;
        bundle.later.push(moved);
    }

    let hash = fingerprint(&files::bytes(&bundle.wasm)?);
    bundle.wasm = bundle.moved(stage, &bundle.wasm.clone(), &format!("{stem}-{hash}.wasm"))?;

    // The script knows the Wasm's names, so its hash comes second.
    let script = replace_all(files::read(&bundle.script)?, &bundle.renamed);
    let hash = fingerprint(script.as_bytes());
    files::write(&bundle.script, script)?;
    bundle.script = bundle.moved(stage, &bundle.script.clone(), &format!("{stem}-{hash}.js"))?;
    Ok(bundle)
}

impl Bundle {
    fn moved(&mut self, stage: &Path, from: &Path, to: &str) -> Result<PathBuf> {
        let path = stage.join(to);
        files::rename(from, &path)?;
        self.renamed.push((name(from), to.to_owned()));
        Ok(path)
    }
}

pub fn replace_all(text: String, renamed: &[(String, String)]) -> String {
    renamed.iter().fold(text, |text, (from, to)| text.replace(from, to))
}

/// Enough of a hash to tell every build from every other: 16 hex digits.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::replace_all;

    #[test]
    fn renames_wherever_the_name_stands() {
        let renamed = [("a_bg.wasm".into(), "a-1.wasm".into()), ("a.js".into(), "a-2.js".into())];
        let text = "import '/a.js'; init('/a_bg.wasm')".to_owned();
        assert_eq!(replace_all(text, &renamed), "import '/a-2.js'; init('/a-1.wasm')");
    }
}
