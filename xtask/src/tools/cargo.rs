//! Tools that are built from crates, once a user and version.

use std::env;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::{files, process};

pub struct CargoTool {
    /// The name of its folder.
    pub name: &'static str,
    pub program: &'static str,
    pub package: &'static str,
    pub version: String,
    pub features: &'static [&'static str],
    pub locked: bool,
    /// How long one should expect to wait.
    pub usually: &'static str,
}

impl CargoTool {
    /// The folder of its programs, after installing it if need be.
    pub fn ensure(&self, cache: &Path) -> Result<PathBuf> {
        let root = cache.join(format!("{}-{}", self.name, self.version));
        let folder = root.join("bin");
        let program = folder.join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        if program.exists() {
            return Ok(folder);
        }
        files::create_folder(cache)?;
        let lock = cache.join("install.lock");
        let lock =
            File::create(&lock).with_context(|| format!("cannot write {}", lock.display()))?;
        if lock.try_lock().is_err() {
            println!("{}: another installation is under way, waiting for it", self.name);
            lock.lock().context("cannot wait for the other installation")?;
        }
        if !program.exists() {
            self.install(cache, &root)?;
        }
        ensure!(program.exists(), "{} installed no {}", self.package, program.display());
        Ok(folder)
    }

    fn install(&self, cache: &Path, root: &Path) -> Result<()> {
        println!("{} {}: building it, {}", self.name, self.version, self.usually);
        let start = Instant::now();
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["install", "--quiet", self.package]);
        cargo.args(["--version", &format!("={}", self.version)]);
        cargo.arg("--root").arg(root);
        cargo.args(["--features", &self.features.join(",")]);
        if self.locked {
            cargo.arg("--locked");
        }
        cargo.current_dir(cache).stdin(Stdio::null());
        // The tools' own release profiles cost three times the minutes for a few
        // milliseconds a run; our flags are meant for our code.
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        cargo.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        cargo.env("CARGO_INCREMENTAL", "0");
        cargo.env("CARGO_TARGET_DIR", cache.join("build"));
        cargo.env("CARGO_ENCODED_RUSTFLAGS", "");
        cargo.env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_TARGET");
        process::run(&mut cargo).with_context(|| format!("cannot install {}", self.name))?;
        println!("{} {}: ready after {} s", self.name, self.version, start.elapsed().as_secs());
        // Over a gigabyte that the next tool hardly shares.
        files::remove_folder(&cache.join("build"))
    }
}
