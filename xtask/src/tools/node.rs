//! JavaScript tools, exactly as their lock files say.

use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::find;
use crate::workspace::Workspace;
use crate::{files, process};

/// `npm ci` in a folder, unless its lock file is the one already installed.
pub fn ensure_packages(workspace: &Workspace, folder: &str, with_dev: bool) -> Result<()> {
    if find("npm").is_none() {
        bail!("npm is missing: install Node.js 20 or later");
    }
    // One at a time, and the second may find its wish fulfilled.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let lock = workspace.path(folder).join("package-lock.json");
    let kind = if with_dev { "all" } else { "no dev" };
    let hash = Sha256::digest(files::bytes(&lock)?);
    let wanted = hash.iter().fold(kind.to_owned(), |text, byte| text + &format!("{byte:02x}"));
    let stamp = workspace.path(folder).join("node_modules/.vitrine");
    let installed = files::read(&stamp).unwrap_or_default();
    // Whoever has all packages has the needed ones too.
    if installed == wanted || installed.strip_prefix("all") == wanted.strip_prefix(kind) {
        return Ok(());
    }
    println!("npm ci in {folder}: some seconds");
    let mut npm = workspace.command("npm");
    npm.current_dir(workspace.path(folder));
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    if !with_dev {
        npm.arg("--omit=dev");
    }
    // The system's browser is used; these would each fetch one more.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").env("PUPPETEER_SKIP_DOWNLOAD", "1");
    process::run(&mut npm).with_context(|| format!("cannot install the packages of {folder}"))?;
    files::write(&stamp, wanted)
}
