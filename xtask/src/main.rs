//! `cargo xtask`: everything one does with the repository, without any other script.

mod backend;
mod bench;
mod dist;
mod files;
mod http;
mod live_style;
mod openapi;
mod photos;
mod postgres;
mod process;
mod serve;
mod storefront;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use storefront::functions;
use workspace::Workspace;

/// Serve, test, measure and package Vitrine.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, start the shop, print its address
    Serve(serve::Args),
    /// Every check and every test, then a summary
    Test(test::Args),
    /// Take the screens as they are now for the reference screenshots
    AcceptScreenshots,
    /// One release binary with the storefront inside: target/dist/vitrine
    Dist(dist::Args),
    /// Sizes, Lighthouse and API figures of a release; writes docs/performance.md
    Bench(bench::Args),
    /// What the Wasm of the release that was built last is made of
    Sizes(functions::Args),
    /// Fetch the demo shop's photos into .demo-photos
    Photos,
    /// Write docs/openapi.json from the contract, or compare with --check
    Openapi(openapi::Args),
    /// Adds a script to the page that Trunk builds for `serve`
    #[command(hide = true)]
    LiveStyleHook(live_style::HookArgs),
}

fn main() -> ExitCode {
    match perform(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(cli: &Cli) -> anyhow::Result<()> {
    let workspace = Workspace::find()?;
    match &cli.task {
        Task::Serve(args) => serve::run(&workspace, args),
        Task::Test(args) => test::run(&workspace, args),
        Task::AcceptScreenshots => test::accept_screenshots(&workspace),
        Task::Dist(args) => dist::run(&workspace, args),
        Task::Bench(args) => bench::run(&workspace, args),
        Task::Sizes(args) => functions::print(&workspace, args),
        Task::Photos => photos::fetch(&workspace),
        Task::Openapi(args) => openapi::run(&workspace, args),
        Task::LiveStyleHook(args) => live_style::insert_script(args),
    }
}
