//! What the build needs beyond Rust itself, and how it gets there.

mod browser;
mod cargo;
mod debian;
mod node;
mod rust_source;
mod target;

pub use browser::{ensure_browser, ensure_headless_shell};
pub use debian::{ensure_programs, is_root};
pub use node::ensure_packages;
pub use rust_source::offer_small_std;
pub use target::ensure_wasm_target;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::workspace::Workspace;
use cargo::CargoTool;

/// The programs that turn cargo's Wasm into a web page, installed and found.
pub struct WasmTools {
    folders: Vec<PathBuf>,
    cache: PathBuf,
}

impl WasmTools {
    /// Installs what is missing. Says so first: a cold start takes minutes.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        ensure_wasm_target(workspace)?;
        let wanted = [
            CargoTool {
                name: "wasm-bindgen",
                program: "wasm-bindgen",
                package: "wasm-bindgen-cli",
                version: workspace.locked_version("wasm-bindgen")?,
                features: &[],
                // Its own lock file names a crate that is gone.
                locked: false,
                usually: "about 3 minutes on 2 cores",
            },
            CargoTool {
                name: "trunk",
                program: "trunk",
                package: "trunk",
                version: "0.21.14".into(),
                features: &[],
                locked: true,
                usually: "about 6 minutes on 2 cores",
            },
        ];
        let cache = cache()?;
        let folders = wanted.iter().map(|tool| tool.ensure(&cache)).collect::<Result<_>>()?;
        Ok(Self { folders, cache })
    }

    /// Those of a release: one more, that makes several bundles out of one.
    pub fn ensure_for_release(workspace: &Workspace) -> Result<Self> {
        let mut tools = Self::ensure(workspace)?;
        let splitter = CargoTool {
            name: "wasm-split",
            program: "wasm-split-cli",
            package: "wasm_split_cli_support",
            version: "0.2.4".into(),
            features: &["build-binary"],
            locked: true,
            usually: "about 2 minutes on 2 cores",
        };
        tools.folders.push(splitter.ensure(&tools.cache)?);
        Ok(tools)
    }

    /// Lets a command find them, before anything else of the same name.
    pub fn offer_to(&self, command: &mut Command) -> Result<()> {
        command.env("PATH", self.path()?);
        // Trunk knows only true and false, and stops at the usual 1.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        // A look for a newer Trunk at every start helps nobody here.
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        Ok(())
    }

    pub fn program(&self, name: &str) -> Result<PathBuf> {
        let name = format!("{name}{}", env::consts::EXE_SUFFIX);
        let found = self.folders.iter().map(|folder| folder.join(&name)).find(|path| path.exists());
        found.with_context(|| format!("{name} came with none of the tools"))
    }

    fn path(&self) -> Result<OsString> {
        let usual = env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(env::split_paths(&usual));
        env::join_paths(all).context("a folder in PATH has a name that cannot stand there")
    }
}

/// One cache for all clones of a user: the tools take minutes to build.
fn cache() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("VITRINE_TOOLS") {
        return std::path::absolute(folder).context("VITRINE_TOOLS is no usable path");
    }
    let home = |name: &str| env::var_os(name).map(PathBuf::from);
    let cache = home("XDG_CACHE_HOME")
        .filter(|path| path.is_absolute())
        .or_else(|| home("LOCALAPPDATA"))
        .or_else(|| home("HOME").map(|home| home.join(".cache")))
        .context("no home folder: set VITRINE_TOOLS to a folder for the tools")?;
    Ok(cache.join("vitrine/tools"))
}

/// A program on PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
        .find(|candidate| candidate.is_file())
}
