//! The stages that count tests with cargo's own runner.

use std::process::Command;

use anyhow::Result;

use super::tally::Tally;
use super::{Outcome, Run};
use crate::postgres::Database;
use crate::process;
use crate::tools::{WasmTools, ensure_browser};

pub fn native(run: &Run) -> Result<Outcome> {
    let mut cargo = run.workspace.cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast"]).env_remove("DATABASE_URL");
    // The backend renders, so the storefront is compiled for a server here.
    let workspace = tally(run, &mut cargo)?;
    // By itself: the feature would compile everything else again.
    let mut cargo = run.workspace.cargo();
    cargo.args(["test", "--package", "vitrine-contract", "--features", "openapi"]);
    Ok(Outcome::Ran(workspace + tally(run, cargo.args(["--test", "openapi"]))?))
}

pub fn postgres(run: &Run) -> Result<Outcome> {
    let Some(database) = Database::open(run.args.postgres)? else {
        return Ok(Outcome::Skipped("no DATABASE_URL, and no --postgres"));
    };
    let mut cargo = run.workspace.cargo();
    // Chosen from the workspace: a package by itself has other features, and all that
    // the native tests have compiled would be compiled again.
    cargo.args(["test", "--workspace", "--test", "http", "--no-fail-fast"]);
    count(run, cargo.env("DATABASE_URL", database.url()))
}

pub fn components(run: &Run) -> Result<Outcome> {
    let tools = WasmTools::ensure(run.workspace)?;
    let browser = ensure_browser()?;
    let mut cargo = run.workspace.cargo();
    cargo.args(["test", "--package", "vitrine", "--features", "csr", "--test", "components"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    let runner = tools.program("wasm-bindgen-test-runner")?;
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    cargo.env("CHROMEDRIVER", browser.driver);
    cargo.env("WASM_BINDGEN_TEST_ONLY_WEB", "1");
    let capabilities = run.workspace.path("tests/components/webdriver.json");
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    // A busy machine takes its time to start a browser.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    count(run, &mut cargo)
}

fn count(run: &Run, cargo: &mut Command) -> Result<Outcome> {
    Ok(Outcome::Ran(tally(run, cargo)?))
}

fn tally(run: &Run, cargo: &mut Command) -> Result<Tally> {
    if !run.args.rest.is_empty() {
        cargo.arg("--").args(&run.args.rest);
    }
    let watched = process::watch(cargo)?;
    let tally = Tally::of_cargo(&watched.lines);
    Ok(if watched.result.is_ok() { tally } else { tally.at_least_one_failed() })
}
