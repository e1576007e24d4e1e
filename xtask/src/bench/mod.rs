//! Figures of a release, beside the budgets: sizes, Lighthouse, the API, memory.

mod api;
mod building;
mod comparison;
mod copies;
mod elements;
mod figures;
mod import;
mod lighthouse;
mod load;
mod machine;
mod memory;
mod purchases;
mod report;
mod site;
mod snapshot;
mod table;
mod transfer;
mod using;
mod vanilla;
mod visits;
mod weight;

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use anyhow::Result;
use clap::ValueEnum;

use crate::backend::{Backend, Settings};
use crate::storefront::Options;
use crate::tools::{ensure_headless_shell, ensure_packages};
use crate::workspace::Workspace;
use crate::{files, http, photos};
use report::Report;

/// What the backend does in the background after a start is over by then.
const SETTLING: Duration = Duration::from_secs(5);

#[derive(clap::Args)]
pub struct Args {
    /// Each page once in place of five times, for a first look
    #[arg(long)]
    quick: bool,
    /// Measure what dist/ and target/dist/ hold (for `--only api`, target/release/) instead of building them
    #[arg(long)]
    built: bool,
    /// Only these parts, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    only: Vec<Part>,
    #[command(flatten)]
    options: Options,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What a first visit loads
    Sizes,
    /// Lighthouse, beside the same pages without script and drawn by hand
    Pages,
    /// From a tap to its answer
    Use,
    /// Reading, buying, memory; alone it builds the backend only
    Api,
}

impl Args {
    fn wants(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    /// Figures of one run, of a part, or of another build are not the shop's.
    fn is_official(&self) -> bool {
        !self.quick && self.only.is_empty()
    }
}

pub fn run(workspace: &Workspace, args: &Args) -> Result<()> {
    let (program, build) = building::program(workspace, args)?;
    let bench = Bench { workspace, args, program };
    files::remove_folder(&bench.folder())?;
    files::create_folder(&bench.folder())?;
    let mut report = Report::new(args.quick);
    report.note(build);
    if args.wants(Part::Sizes) {
        report.add(weight::of_release(workspace)?);
    }
    bench.beside_the_shop(&mut report)?;
    let path = if args.is_official() {
        workspace.path("docs/performance.md")
    } else {
        bench.folder().join("performance.md")
    };
    files::write(&path, report.text())?;
    println!("{}\nwritten: {}", report.verdict(), path.display());
    Ok(())
}

/// A run and what its parts share.
struct Bench<'a> {
    workspace: &'a Workspace,
    args: &'a Args,
    program: PathBuf,
}

impl Bench<'_> {
    fn folder(&self) -> PathBuf {
        self.workspace.target().join("bench")
    }

    /// All that needs a running shop.
    fn beside_the_shop(&self, report: &mut Report) -> Result<()> {
        if ![Part::Pages, Part::Use, Part::Api].iter().any(|part| self.args.wants(*part)) {
            return Ok(());
        }
        photos::fetch(self.workspace)?;
        let mut memory = memory::Measured::default();
        let backend = self.start()?;
        report.note(import::wait(self.workspace, backend.address)?);
        memory.after_import = memory::resident(&backend);
        if self.args.wants(Part::Pages) {
            let browser = ensure_headless_shell()?;
            ensure_packages(self.workspace, "tools", true)?;
            report.add(weight::of_pages(self.workspace, backend.address)?);
            report.note_company("Before Lighthouse");
            let seen = visits::visit(self, backend.address, &browser)?;
            report.add_pages(&seen)?;
        }
        if self.args.wants(Part::Use) {
            report.note_company("Before the use");
            let browser = ensure_headless_shell()?;
            report.add(using::measure(self.workspace, backend.address, &browser)?);
        }
        drop(backend);
        if self.args.wants(Part::Api) {
            // Started again: the import's memory is not what a shop needs every day.
            let backend = self.start()?;
            thread::sleep(SETTLING);
            memory.idle = memory::resident(&backend);
            report.note_company("Before the API's figures");
            report.add(api::measure(&backend, self.args.quick)?);
            memory.after_load = memory::resident(&backend);
            report.add(memory.table());
        }
        Ok(())
    }

    fn start(&self) -> Result<Backend> {
        Backend::start(
            self.workspace,
            Settings {
                program: self.program.clone(),
                listen: http::free_address()?,
                data: Some(self.folder().join("data")),
                storefront: Some(self.workspace.dist()),
                photos: Some(self.workspace.path(".demo-photos")),
                log: Some(self.folder().join("backend.log")),
            },
        )
    }
}
