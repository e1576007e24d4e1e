//! The stages that hold or do not.

use anyhow::{Result, bail};

use super::{Outcome, Run, dependencies};
use crate::storefront::{sizes, style as style_sheets};
use crate::tools::ensure_wasm_target;
use crate::{openapi as document, process};

pub fn fmt(run: &Run) -> Result<Outcome> {
    cargo(run, &["fmt", "--all", "--check"])
}

pub fn style(run: &Run) -> Result<Outcome> {
    style_sheets::check(run.workspace).map(|()| Outcome::Holds)
}

pub fn deps(run: &Run) -> Result<Outcome> {
    dependencies::check(run.workspace).map(|()| Outcome::Holds)
}

pub fn clippy(run: &Run) -> Result<Outcome> {
    cargo(run, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

pub fn clippy_wasm(run: &Run) -> Result<Outcome> {
    ensure_wasm_target(run.workspace)?;
    let storefront = ["clippy", "--package", "vitrine", "--features", "csr"];
    let browser = ["--target", "wasm32-unknown-unknown", "--lib", "--bins", "--test", "components"];
    cargo(run, &[&storefront[..], &browser, &["--", "-D", "warnings"]].concat())
}

pub fn openapi(run: &Run) -> Result<Outcome> {
    document::check(run.workspace).map(|()| Outcome::Holds)
}

pub fn storefront(run: &Run) -> Result<Outcome> {
    run.storefront().map(|()| Outcome::Holds)
}

pub fn sizes(run: &Run) -> Result<Outcome> {
    run.storefront()?;
    let sizes = sizes::measure(run.workspace)?;
    print!("{sizes}");
    let broken = sizes.broken();
    if broken.is_empty() { Ok(Outcome::Holds) } else { bail!("over budget: {}", broken.join("; ")) }
}

fn cargo(run: &Run, args: &[&str]) -> Result<Outcome> {
    process::run(run.workspace.cargo().args(args))?;
    Ok(Outcome::Holds)
}
