//! One binary that is the whole shop.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::backend::{self, Profile};
use crate::storefront::{self, Options};
use crate::workspace::Workspace;
use crate::{files, storefront::sizes};

#[derive(clap::Args, Default)]
pub struct Args {
    #[command(flatten)]
    options: Options,
}

pub fn run(workspace: &Workspace, args: &Args) -> Result<()> {
    let program = build(workspace, &args.options)?;
    println!("{} ({} MB)", program.display(), files::size(&program)? / 1_000_000);
    Ok(())
}

/// Builds the storefront, then the backend around it.
pub fn build(workspace: &Workspace, options: &Options) -> Result<PathBuf> {
    storefront::build(workspace, options)?;
    print!("{}", sizes::measure(workspace)?);
    let built = backend::build(workspace, Profile::Release, true)?;
    let program = workspace.target().join(format!("dist/vitrine{}", std::env::consts::EXE_SUFFIX));
    files::create_folder(&workspace.target().join("dist"))?;
    // Beside, then renamed: a running copy must not be written into.
    let fresh = program.with_extension("new");
    std::fs::copy(&built, &fresh).with_context(|| format!("cannot copy {}", built.display()))?;
    files::rename(&fresh, &program)?;
    Ok(program)
}
