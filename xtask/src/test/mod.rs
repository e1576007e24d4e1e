//! Every check and every test, one after the other, with a summary.

mod checks;
mod dependencies;
mod e2e;
mod suites;
mod tally;

use std::cell::OnceCell;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};

use crate::storefront::{self, Options};
use crate::tools::{WasmTools, ensure_browser, ensure_headless_shell, ensure_packages};
use crate::workspace::{self, Workspace};
use tally::Tally;

#[derive(clap::Args)]
pub struct Args {
    /// Only these stages, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "STAGES")]
    only: Vec<String>,
    /// All but these stages
    #[arg(long, value_delimiter = ',', value_name = "STAGES")]
    skip: Vec<String>,
    /// Start a PostgreSQL for the backend's suite, if DATABASE_URL names none
    #[arg(long)]
    postgres: bool,
    /// For the test runner of a single stage: `--only e2e -- --grep cart`
    #[arg(last = true)]
    rest: Vec<String>,
}

/// A stage: its name on the command line, what it is, and the work.
struct Stage {
    name: &'static str,
    what: &'static str,
    work: fn(&Run) -> Result<Outcome>,
}

const STAGES: [Stage; 14] = [
    Stage { name: "fmt", what: "formatting", work: checks::fmt },
    Stage { name: "style", what: "values and order of the style sheets", work: checks::style },
    Stage { name: "deps", what: "unused, doubled and unlicensed crates", work: checks::deps },
    Stage { name: "clippy", what: "lints, whole workspace", work: checks::clippy },
    Stage {
        name: "clippy-wasm",
        what: "lints, storefront in the browser",
        work: checks::clippy_wasm,
    },
    Stage { name: "openapi", what: "docs/openapi.json is the contract's", work: checks::openapi },
    Stage {
        name: "native",
        what: "native tests, backend on SQLite, pages as a server writes them",
        work: suites::native,
    },
    Stage { name: "postgres", what: "backend on PostgreSQL", work: suites::postgres },
    Stage { name: "wasm", what: "components in Chromium", work: suites::components },
    Stage { name: "storefront", what: "release build", work: checks::storefront },
    Stage { name: "sizes", what: "size budgets", work: checks::sizes },
    Stage { name: "types", what: "types of the journeys", work: e2e::types },
    Stage { name: "e2e", what: "journeys in Chromium", work: e2e::journeys },
    Stage { name: "looks", what: "reference screenshots", work: e2e::looks },
];

enum Outcome {
    /// A check that holds.
    Holds,
    Ran(Tally),
    Skipped(&'static str),
}

/// What the stages of a run share.
struct Run<'a> {
    workspace: &'a Workspace,
    args: &'a Args,
    storefront: OnceCell<bool>,
}

impl Run<'_> {
    /// The release storefront, built once a run; a second failure says so briefly.
    fn storefront(&self) -> Result<()> {
        if let Some(good) = self.storefront.get() {
            ensure!(good, "the storefront could not be built");
            return Ok(());
        }
        let result = storefront::build(self.workspace, &Options::default());
        self.storefront.get_or_init(|| result.is_ok());
        result
    }
}

struct Report {
    name: &'static str,
    tally: Tally,
    time: Duration,
    note: String,
}

pub fn run(workspace: &Workspace, args: &Args) -> Result<()> {
    let stages = select(args)?;
    ensure!(args.rest.is_empty() || stages.len() == 1, "arguments after -- need one --only stage");
    let needs = |names: &[&str]| stages.iter().any(|stage| names.contains(&stage.name));
    if workspace::on_ci() && needs(&["wasm", "storefront", "sizes", "e2e", "looks"]) {
        // Compiled beside the first checks; who needs the tools waits for them.
        let elsewhere = workspace.clone();
        thread::spawn(move || prepare(&elsewhere));
    }
    let run = Run { workspace, args, storefront: OnceCell::new() };
    let start = Instant::now();
    let reports: Vec<_> = stages.into_iter().map(|stage| perform(stage, &run)).collect();
    summarise(&reports, start.elapsed())
}

/// Replaces the reference screenshots that differ by what the shop looks like now.
pub fn accept_screenshots(workspace: &Workspace) -> Result<()> {
    let rest = vec!["--update-snapshots=changed".to_owned()];
    let args = Args { only: vec!["looks".into()], skip: Vec::new(), postgres: false, rest };
    run(workspace, &args)?;
    println!("look at them before you commit: git diff --stat tests/e2e/looks/references");
    Ok(())
}

fn select(args: &Args) -> Result<Vec<&'static Stage>> {
    for name in args.only.iter().chain(&args.skip) {
        if !STAGES.iter().any(|stage| stage.name == name) {
            let known: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
            bail!("no stage {name:?}; there are {}", known.join(", "));
        }
    }
    let named = |names: &[String], stage: &Stage| names.iter().any(|name| name == stage.name);
    let chosen = |stage: &&Stage| {
        (args.only.is_empty() || named(&args.only, stage)) && !named(&args.skip, stage)
    };
    Ok(STAGES.iter().filter(chosen).collect())
}

fn prepare(workspace: &Workspace) {
    // Whoever needs what failed here tries again and reports it.
    let _ = WasmTools::ensure(workspace);
    let _ = ensure_browser();
    let _ = ensure_headless_shell();
    let _ = ensure_packages(workspace, "tools", false);
    let _ = ensure_packages(workspace, "tests/e2e", true);
}

fn perform(stage: &Stage, run: &Run) -> Report {
    println!("\n=== {}: {}", stage.name, stage.what);
    let start = Instant::now();
    let result = (stage.work)(run);
    let time = start.elapsed();
    let (tally, note) = match result {
        Ok(Outcome::Holds) => (Tally::one_passed(), "ok".to_owned()),
        Ok(Outcome::Ran(tally)) => {
            let note =
                if tally.failed == 0 { tally.to_string() } else { format!("FAILED: {tally}") };
            (tally, note)
        }
        Ok(Outcome::Skipped(why)) => (Tally::one_skipped(), format!("skipped: {why}")),
        Err(error) => {
            println!("error: {error:#}");
            (Tally::one_failed(), "FAILED".to_owned())
        }
    };
    println!("--- {}: {note} ({} s)", stage.name, time.as_secs());
    Report { name: stage.name, tally, time, note }
}

fn summarise(reports: &[Report], time: Duration) -> Result<()> {
    println!("\n=== summary");
    for report in reports {
        println!("{:<12} {:>5} s  {}", report.name, report.time.as_secs(), report.note);
    }
    println!("{:<12} {:>5} s", "all", time.as_secs());
    let sum = reports.iter().fold(Tally::default(), |sum, report| sum + report.tally);
    let broken: Vec<_> = reports.iter().filter(|r| r.tally.failed > 0).map(|r| r.name).collect();
    if broken.is_empty() {
        println!("\n{sum}");
        return Ok(());
    }
    println!("\nfailed: {}\n{sum}", broken.join(", "));
    // Not an error of xtask's own: the count stays the last line.
    std::process::exit(1);
}
