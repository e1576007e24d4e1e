//! One Wasm becomes six: what every page needs, the two parts of the shop window, and
//! what is behind it. `docs/adr/0006` tells why.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::assets::{Bundle, name};
use super::names;
use super::strays::Strays;
use crate::tools::WasmTools;
use crate::workspace::Workspace;
use crate::{files, process};

/// What cargo leaves under its target folder; the profile stands in index.html.
pub const WASM: &str = "wasm32-unknown-unknown/wasm-release/vitrine.wasm";
/// At most this many bundles beside the main one.
const LATER: usize = 6;
/// What is kept in the main file may draw more with it.
const ROUNDS: usize = 5;

/// The parts of the shop window, by the names of `routes::Part`: one for each of its pages.
pub const WINDOW: [&str; 2] = ["lists", "product"];

/// Which part of the shop window a file of a release is, if any.
pub fn window_part(file: &str) -> Option<&'static str> {
    WINDOW.into_iter().find(|part| file.contains(&format!("-{part}-")))
}

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
    let stem = name(&bundle.script).trim_end_matches(".js").to_owned();

    split(workspace, tools, &work, &parts, &stem)?;

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

/// Splits until nothing is left that would need a file of its own.
fn split(
    workspace: &Workspace,
    tools: &WasmTools,
    work: &Path,
    parts: &Path,
    stem: &str,
) -> Result<()> {
    let whole = work.join("whole.wasm");
    let mut wasm = files::bytes(&workspace.target().join(WASM))?;
    for _ in 0..ROUNDS {
        files::write(&whole, &wasm)?;
        files::remove_folder(parts)?;
        files::create_folder(parts)?;
        let mut split = workspace.command(tools.program("wasm-split-cli")?);
        split.args(["--verbose", "--target", "web", "--out-name", stem]).arg(&whole).arg(parts);
        // Its listing of the files is a matter of logging.
        split.env("RUST_LOG", "wasm_split_cli_support::split_point=trace").env("NO_COLOR", "1");
        let listing = process::read(&mut split)?;
        ensure!(listing.contains("SPLIT:"), "wasm-split-cli no longer lists what it does");
        let strays = Strays::read(&listing)?;
        if strays.is_empty() {
            return Ok(());
        }
        wasm = strays.export(&wasm)?;
    }
    bail!("the parts share more each time it is kept in the main one");
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to)
        .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
