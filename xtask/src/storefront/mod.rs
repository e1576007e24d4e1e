//! The release storefront: Trunk's output, made smaller and named by its final bytes.

mod assets;
mod css;
mod development;
pub mod functions;
pub mod html;
mod layers;
mod names;
mod page;
mod part_style;
pub mod sheets;
pub mod sizes;
mod split;
mod strays;
pub mod style;
mod tokens;
mod used;
mod wasm;
mod worker;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;

use crate::tools::{self, WasmTools};
use crate::workspace::Workspace;
use crate::{files, process};

#[derive(clap::Args, Clone, Default)]
pub struct Options {
    /// How early the browser asks for the Wasm
    #[arg(long, value_enum, default_value_t)]
    wasm_preload: Preload,
}

#[derive(ValueEnum, Clone, Copy, Default, PartialEq, Eq)]
pub enum Preload {
    /// With the page: nothing but the shell is on screen before it
    #[default]
    Page,
    /// With the page, but behind the first images
    Low,
    /// When the script asks for it
    None,
}

/// Whether an earlier release build has left its Wasm, and with it all dependencies.
pub fn is_compiled(workspace: &Workspace) -> bool {
    workspace.target().join(split::WASM).exists()
}

/// Builds dist/. It is put in place at the end, so that nobody serves half of one.
pub fn build(workspace: &Workspace, options: &Options) -> Result<()> {
    let tools = WasmTools::ensure_for_release(workspace)?;
    tools::ensure_packages(workspace, "tools", false)?;
    style::parse(workspace)?;
    let stage = workspace.target().join("storefront");
    files::remove_folder(&stage)?;
    trunk(workspace, &tools, &stage)?;

    let mut bundle = assets::Bundle::find(&stage)?;
    split::in_parts(workspace, &tools, &stage, &mut bundle)?;
    assets::optimise(workspace, &stage, &bundle)?;
    let bundle = assets::rename(&stage, bundle)?;
    page::finish(workspace, &stage, &bundle, options)?;
    worker::write(workspace, &stage)?;
    development::is_left_out(&stage)?;
    process::run(workspace.command("node").arg("tools/compress.mjs").arg(&stage))?;

    files::remove_folder(&workspace.dist())?;
    files::rename(&stage, &workspace.dist())
}

fn trunk(workspace: &Workspace, tools: &WasmTools, stage: &Path) -> Result<()> {
    println!("storefront: a release build, 3 to 6 minutes the first time");
    files::create_folder(stage)?;
    let mut trunk = workspace.command(tools.program("trunk")?);
    tools.offer_to(&mut trunk)?;
    tools::offer_small_std(workspace, &mut trunk)?;
    trunk.env("CARGO_TARGET_DIR", workspace.target());
    trunk.args(["build", "--release", "--features=csr,split", "--dist"]).arg(stage);
    let watched = process::watch(&mut trunk)?;
    watched.result.context("Trunk could not build the storefront")?;
    // Trunk ships what it could not parse as it is, and only warns.
    let warnings: Vec<_> = watched.lines.iter().filter(|line| is_warning(line)).collect();
    ensure!(warnings.is_empty(), "Trunk warned about the style sheets or scripts: {warnings:#?}");
    Ok(())
}

/// What parses, bundles and minifies scripts and sheets; silent unless something is wrong.
fn esbuild(workspace: &Workspace) -> Command {
    let mut esbuild = workspace.command(workspace.path("tools/node_modules/.bin/esbuild"));
    esbuild.arg("--log-level=warning");
    esbuild
}

fn is_warning(line: &str) -> bool {
    ["CSS parsing failed", "CSS minification failed", "CSS generation failed"]
        .iter()
        .any(|text| line.contains(text))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_skipped_style_sheet_is_a_warning() {
        let line = "2026-01-01T00:00:00Z  WARN CSS parsing failed, skipping: Unexpected token";
        assert!(super::is_warning(line));
        assert!(!super::is_warning("   Compiling css v1.0.0"));
    }
}
