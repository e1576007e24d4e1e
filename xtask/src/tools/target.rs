//! The standard library for the browser.

use std::path::Path;

use anyhow::{Result, bail};

use super::find;
use crate::process;
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";

pub fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    if installed(workspace)? {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!("Rust has no {TARGET} here and there is no rustup: install that target's std");
    }
    println!("{TARGET}: adding it to the toolchain, some seconds");
    process::run(workspace.command("rustup").args(["target", "add", TARGET]))
}

fn installed(workspace: &Workspace) -> Result<bool> {
    let sysroot = process::read(workspace.command("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}
