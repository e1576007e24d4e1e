//! Programs of the system: installed where we may, asked for where we may not.

use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use super::find;
use crate::process;

/// A Debian package, and what tells that it is there.
pub type Wanted<'a> = (&'a str, fn() -> bool);

/// Makes sure of some packages.
pub fn ensure_programs(wanted: &[Wanted]) -> Result<()> {
    // One at a time, and the second may find its wish fulfilled.
    static LISTS_ARE_FRESH: Mutex<bool> = Mutex::new(false);
    let mut fresh = LISTS_ARE_FRESH.lock().unwrap_or_else(PoisonError::into_inner);
    let missing: Vec<_> =
        wanted.iter().filter(|(_, there)| !there()).map(|(package, _)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !may_install() {
        bail!("missing: {names}. On Debian: sudo apt-get install {names}");
    }
    println!("apt-get: installing {names}, usually under 2 minutes");
    if !*fresh {
        process::run(apt().arg("update")).context("cannot read Debian's package lists")?;
        *fresh = true;
    }
    let mut apt = apt();
    apt.args(["install", "-y", "--no-install-recommends"]).args(&missing);
    process::run(&mut apt).with_context(|| format!("cannot install {names}"))
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.args(["-qq", "-o", "DPkg::Lock::Timeout=300"]).env("DEBIAN_FRONTEND", "noninteractive");
    apt.stdin(Stdio::null()).stdout(Stdio::null());
    apt
}

fn may_install() -> bool {
    find("apt-get").is_some() && is_root()
}

pub fn is_root() -> bool {
    process::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
