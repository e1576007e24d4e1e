//! The standard library's source, to build it small.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::find;
use crate::process;
use crate::workspace::Workspace;

/// Our own flags of `.cargo/config.toml`, which the variable replaces.
const USUAL: [&str; 2] = ["--cfg", "erase_components"];
/// Nothing in the browser's console about a panic: a tenth of the Wasm is spared.
const SILENT: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Lets cargo build a standard library made for size together with our code: a
/// tenth less Wasm. It is unstable, so without it a release is only larger.
pub fn offer_small_std(workspace: &Workspace, cargo: &mut Command) -> Result<()> {
    if !has_source(workspace)? {
        println!(
            "the standard library's source is missing, so the Wasm will be a tenth larger: \
             rustup component add rust-src"
        );
        return Ok(());
    }
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    cargo.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    cargo.env("CARGO_ENCODED_RUSTFLAGS", [&USUAL[..], &SILENT].concat().join("\u{1f}"));
    Ok(())
}

fn has_source(workspace: &Workspace) -> Result<bool> {
    let sysroot = process::read(workspace.command("rustc").args(["--print", "sysroot"]))?;
    let there = || Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std").is_dir();
    if !there() && find("rustup").is_some() {
        println!("rust-src: adding it to the toolchain, some seconds");
        // What the failure costs is said by the caller.
        let _ = process::run(workspace.command("rustup").args(["component", "add", "rust-src"]));
    }
    Ok(there())
}
