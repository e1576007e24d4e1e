//! Where things are, and how to start a program there.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

#[derive(Clone)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    pub fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().context("xtask lies in no workspace")?.to_owned();
        Ok(Self { root })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// What a build leaves and nobody keeps.
    pub fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// The release storefront that the backend serves or embeds.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A program started in the workspace, as if `cargo run` had not started us:
    /// the variables it sets would make build scripts run again, here and back there.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).stdin(Stdio::null());
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&*name);
            }
        }
        command
    }

    pub fn cargo(&self) -> Command {
        self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// The version of a package that Cargo.lock settled on.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let lock = self.path("Cargo.lock");
        let text = std::fs::read_to_string(&lock)
            .with_context(|| format!("cannot read {}", lock.display()))?;
        let heading = format!("name = \"{package}\"");
        let mut lines = text.lines().skip_while(|line| *line != heading).skip(1);
        match lines.next().and_then(|line| line.strip_prefix("version = \"")) {
            Some(version) => Ok(version.trim_end_matches('"').to_owned()),
            None => bail!("Cargo.lock holds no {package}"),
        }
    }
}

/// Nobody is there to answer or to wait for a second run.
pub fn on_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}
