//! One Wasm becomes four: the shop window, and what is behind it. `docs/adr/0006`
//! tells why.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::assets::{Bundle, name};
use super::names;
use crate::tools::WasmTools;
use crate::workspace::Workspace;
use crate::{files, process};

/// What cargo leaves under its target folder; the profile stands in index.html.
pub const WASM: &str = "wasm32-unknown-unknown/wasm-release/vitrine.wasm";
/// At most this many bundles beside the main one.
const LATER: usize = 3;

/// Puts the parts, each as wasm-bindgen wants it, in place of what Trunk made.
pub fn in_parts(
    workspace: &Workspace,
    tools: &WasmTools,
    stage: &Path,
    bundle: &mut Bundle,
) -> Result<()> {
    println!("wasm-split, wasm-bindgen: about half a minute");
    let work = workspace.target().join("split");
    files::remove_folder(&work)?;
    let (parts, bound) = (work.join("parts"), work.join("bound"));
    files::create_folder(&parts)?;
    let stem = name(&bundle.script).trim_end_matches(".js").to_owned();

    let mut split = workspace.command(tools.program("wasm-split-cli")?);
    split.args(["--target", "web", "--out-name", &stem]);
    split.arg(workspace.target().join(WASM)).arg(&parts);
    process::run(&mut split)?;

    let mut bind = workspace.command(tools.program("wasm-bindgen")?);
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"]);
    bind.args(["--out-name", &stem]).arg("--out-dir").arg(&bound);
    process::run(bind.arg(parts.join(format!("{stem}.wasm"))))?;

    // The script that loads the other parts; esbuild takes it into the main one.
    copy(&parts.join("__wasm_split.js"), &bound.join("__wasm_split.js"))?;
    let script = bound.join(format!("{stem}.js"));
    let wasm = files::bytes(&bound.join(format!("{stem}_bg.wasm")))?;
    let (wasm, text) = names::shorten(&wasm, &files::read(&script)?)?;
    files::write(&bundle.wasm, wasm)?;
    files::write(&script, text)?;
    for part in files::walk(&parts)? {
        let file = name(&part);
        if files::extension(&part) == "wasm" && file != format!("{stem}.wasm") {
            let path = stage.join(&file);
            copy(&part, &path)?;
            bundle.later.push(path);
        }
    }
    ensure!(
        (1..=LATER).contains(&bundle.later.len()),
        "split into {} more files; put what is lazy behind one function",
        bundle.later.len()
    );
    bundle.source = script;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to)
        .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
