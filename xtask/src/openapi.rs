//! docs/openapi.json is generated from the contract and committed.

use anyhow::{Result, ensure};

use crate::workspace::Workspace;
use crate::{files, process};

const DOCUMENT: &str = "docs/openapi.json";

#[derive(clap::Args)]
pub struct Args {
    /// Compare instead of writing
    #[arg(long)]
    check: bool,
}

pub fn run(workspace: &Workspace, args: &Args) -> Result<()> {
    if args.check { check(workspace) } else { write(workspace) }
}

fn write(workspace: &Workspace) -> Result<()> {
    files::write(&workspace.path(DOCUMENT), generate(workspace)?)?;
    println!("{DOCUMENT} written");
    Ok(())
}

pub fn check(workspace: &Workspace) -> Result<()> {
    let committed = files::read(&workspace.path(DOCUMENT)).unwrap_or_default();
    ensure!(
        generate(workspace)? == committed,
        "{DOCUMENT} is not what the contract says: run `cargo xtask openapi`"
    );
    Ok(())
}

fn generate(workspace: &Workspace) -> Result<String> {
    let text = process::read(workspace.cargo().args([
        "run",
        "--quiet",
        "--package",
        "vitrine-contract",
        "--features",
        "openapi",
        "--bin",
        "openapi",
    ]))?;
    Ok(format!("{}\n", text.trim_end()))
}
