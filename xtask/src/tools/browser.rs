//! A Chromium that can draw Chinese, and its driver.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{ensure_programs, find};

pub struct Browser {
    pub program: PathBuf,
    pub driver: PathBuf,
}

pub fn ensure_browser() -> Result<Browser> {
    ensure_programs(&[
        ("chromium", || chromium().is_some()),
        ("chromium-driver", || driver().is_some()),
        ("fonts-noto-cjk", has_chinese_fonts),
    ])?;
    Ok(Browser {
        program: chromium().context("Chromium is still missing after its installation")?,
        driver: driver().context("chromedriver is still missing after its installation")?,
    })
}

/// A Chromium without windows, to measure with: the whole one loads and draws what is
/// around a page, too, for a second and more after its start, on the cores that the page
/// needs.
pub fn ensure_headless_shell() -> Result<PathBuf> {
    ensure_programs(&[
        ("chromium-headless-shell", || headless_shell().is_some()),
        ("fonts-noto-cjk", has_chinese_fonts),
    ])?;
    headless_shell().context("Chromium's headless shell is still missing after its installation")
}

fn headless_shell() -> Option<PathBuf> {
    let chosen = env::var_os("VITRINE_HEADLESS_SHELL").map(PathBuf::from);
    let names = ["chromium-headless-shell", "chrome-headless-shell"];
    chosen.or_else(|| names.into_iter().find_map(find))
}

fn chromium() -> Option<PathBuf> {
    let chosen = env::var_os("VITRINE_CHROMIUM").map(PathBuf::from);
    let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    chosen.or_else(|| names.into_iter().find_map(find))
}

fn driver() -> Option<PathBuf> {
    env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| find("chromedriver"))
}

fn has_chinese_fonts() -> bool {
    // Elsewhere than on Linux, the system brings its own.
    !cfg!(target_os = "linux")
        || Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists()
        || crate::process::read(std::process::Command::new("fc-list").arg(":lang=zh-cn"))
            .is_ok_and(|fonts| !fonts.trim().is_empty())
}
