//! One binary that is the whole shop.

use std::path::PathBuf;
use std::time::{Duration, Instant};

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
    let Built { program, .. } = build(workspace, &args.options)?;
    println!("{} ({} MB)", program.display(), files::size(&program)? / 1_000_000);
    Ok(())
}

/// The program, and how long its two halves took.
pub struct Built {
    pub program: PathBuf,
    pub storefront: Duration,
    pub backend: Duration,
}

/// Builds the storefront, then the backend around it.
pub fn build(workspace: &Workspace, options: &Options) -> Result<Built> {
    let start = Instant::now();
    storefront::build(workspace, options)?;
    let storefront = start.elapsed();
    print!("{}", sizes::measure(workspace)?);
    let start = Instant::now();
    let built = backend::build(workspace, Profile::Release, true)?;
    let backend = start.elapsed();
    let program = workspace.target().join(format!("dist/vitrine{}", std::env::consts::EXE_SUFFIX));
    files::create_folder(&workspace.target().join("dist"))?;
    // Beside, then renamed: a running copy must not be written into.
    let fresh = program.with_extension("new");
    std::fs::copy(&built, &fresh).with_context(|| format!("cannot copy {}", built.display()))?;
    files::rename(&fresh, &program)?;
    Ok(Built { program, storefront, backend })
}
