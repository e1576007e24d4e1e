//! Figures of a release, for docs/performance.md.

use anyhow::{Result, bail};

use crate::workspace::Workspace;

#[derive(clap::Args)]
pub struct Args {}

pub fn run(_: &Workspace, _: &Args) -> Result<()> {
    bail!("not there yet")
}
