//! A shopper's journeys, and how the shop looks, against the storefront's release in a
//! real browser.

use std::path::PathBuf;

use anyhow::Result;

use super::tally::Tally;
use super::{Outcome, Run};
use crate::backend::{self, Backend, Settings};
use crate::tools::{ensure_browser, ensure_headless_shell, ensure_packages};
use crate::{files, http, process};

const FOLDER: &str = "tests/e2e";

pub fn types(run: &Run) -> Result<Outcome> {
    ensure_packages(run.workspace, FOLDER, true)?;
    let mut tsc = run.workspace.command("npm");
    process::run(tsc.args(["run", "--silent", "--prefix", FOLDER, "types"]))?;
    Ok(Outcome::Holds)
}

/// In a browser without windows, which opens one for each test otherwise.
pub fn journeys(run: &Run) -> Result<Outcome> {
    in_browser(run, "e2e", "playwright.config.ts", ensure_headless_shell()?)
}

/// Screens and components beside their reference screenshots. In a shop of its own:
/// the journeys buy and review.
pub fn looks(run: &Run) -> Result<Outcome> {
    in_browser(run, "looks", "playwright.looks.config.ts", ensure_browser()?.program)
}

fn in_browser(run: &Run, name: &str, config: &str, browser: PathBuf) -> Result<Outcome> {
    let workspace = run.workspace;
    ensure_packages(workspace, FOLDER, true)?;
    run.storefront()?;
    // A release would take 5 to 10 minutes more and tell a journey nothing.
    let program = backend::build_as_tested(workspace)?;

    let folder = workspace.target().join(name);
    files::remove_folder(&folder)?;
    files::create_folder(&folder)?;
    let backend = Backend::start(
        workspace,
        Settings {
            program,
            listen: http::free_address()?,
            data: Some(folder.join("data")),
            storefront: Some(workspace.dist()),
            // Drawn pictures: an import of photos would compete with the journeys.
            photos: None,
            log: Some(folder.join("backend.log")),
        },
    )?;

    let mut playwright = workspace.command("npm");
    playwright.args(["run", "--silent", "--prefix", FOLDER, "test", "--", "--config", config]);
    playwright.args(&run.args.rest);
    playwright.env("VITRINE_URL", backend.url()).env("VITRINE_CHROMIUM", browser);
    let watched = process::watch(&mut playwright)?;
    let tally = Tally::of_playwright(&watched.lines);
    if watched.result.is_ok() {
        return Ok(Outcome::Ran(tally));
    }
    println!("{}\nwhat was seen: target/{name}/results", backend.last_words());
    Ok(Outcome::Ran(tally.at_least_one_failed()))
}
