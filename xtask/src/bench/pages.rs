//! Home, a list and a product under Lighthouse, each beside itself without script.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, Result};

use super::figures::{Budget, Spread};
use super::lighthouse::{Form, Lighthouse, Measure, Visit};
use super::table::Table;
use super::{Bench, scriptless, snapshot};
use crate::{files, process};

const RUNS: usize = 5;
const RUNS_DESKTOP: usize = 3;

/// Name, path.
pub const PAGES: [(&str, &str); 3] = [("home", "/"), ("list", "/c/home"), ("product", "/p/laptop")];

/// All visits of one page.
pub struct Seen {
    name: &'static str,
    pub mobile: Vec<Visit>,
    scriptless: Vec<Visit>,
    desktop: Vec<Visit>,
}

/// Visits all pages, the compared ones in turn: a busy minute must not fall on one alone.
pub fn visit(bench: &Bench, backend: SocketAddr, chromium: &Path) -> Result<Vec<Seen>> {
    let folder = bench.folder().join("lighthouse");
    files::create_folder(&folder)?;
    let copy = scriptless::start(backend, snapshots(bench, backend, chromium)?)?;
    let lighthouse = Lighthouse { workspace: bench.workspace, chromium, folder };
    let mut seen: Vec<_> = PAGES
        .iter()
        .map(|(name, _)| Seen {
            name,
            mobile: Vec::new(),
            scriptless: Vec::new(),
            desktop: Vec::new(),
        })
        .collect();
    let (runs, desktop) = if bench.args.quick { (1, 1) } else { (RUNS, RUNS_DESKTOP) };
    println!("Lighthouse: {} visits, about 20 s each", PAGES.len() * (2 * runs + desktop));
    for run in 1..=runs {
        for ((name, path), seen) in PAGES.iter().zip(&mut seen) {
            let look = |site, form, kind| {
                let file = format!("{name}-{kind}-{run}");
                let visit = lighthouse.visit(&format!("http://{site}{path}"), form, &file)?;
                println!("{file}: {}", in_short(&visit));
                anyhow::Ok(visit)
            };
            seen.mobile.push(look(backend, Form::Mobile, "mobile")?);
            seen.scriptless.push(look(copy, Form::Mobile, "scriptless")?);
            if run <= desktop {
                seen.desktop.push(look(backend, Form::Desktop, "desktop")?);
            }
        }
    }
    Ok(seen)
}

fn in_short(visit: &Visit) -> String {
    let shown = [Measure::Performance, Measure::Fcp, Measure::Lcp, Measure::Tbt, Measure::Cls];
    let parts =
        shown.map(|measure| format!("{} {}", measure.name(), measure.shown(visit.get(measure))));
    parts.join(", ")
}

fn snapshots(
    bench: &Bench,
    backend: SocketAddr,
    chromium: &Path,
) -> Result<HashMap<String, scriptless::Page>> {
    let folder = bench.folder().join("scriptless");
    let profile = bench.folder().join("chromium");
    for (name, path) in PAGES {
        println!("{name}: taking a copy without script");
        let url = format!("http://{backend}{path}");
        let html = snapshot::take(bench.workspace, chromium, &profile, &url)?;
        files::write(&folder.join(format!("{name}.html")), html)?;
    }
    // The same brotli as the release's own files.
    process::run(bench.workspace.command("node").arg("tools/compress.mjs").arg(&folder))?;
    let read = |(name, path): (&str, &str)| {
        let plain = files::bytes(&folder.join(format!("{name}.html")))?;
        let brotli = files::bytes(&folder.join(format!("{name}.html.br")))?;
        Ok((path.to_owned(), scriptless::Page { plain, brotli }))
    };
    PAGES.into_iter().map(read).collect()
}

pub fn mobile(seen: &[Seen]) -> Result<Table> {
    let head = ["page", "measure", "Vitrine", "without script", "ratio", "budget", ""];
    let mut table = Table::new("Lighthouse, mobile", &head);
    for page in seen {
        for measure in Measure::ALL {
            table.rows.push(compare(page, measure)?);
        }
    }
    for page in seen {
        let mut faults: Vec<_> =
            page.mobile.iter().flat_map(|visit| visit.faults.clone()).collect();
        faults.sort();
        faults.dedup();
        if !faults.is_empty() {
            table.note(format!("{} loses points by {}.", page.name, faults.join("; ")));
        }
    }
    let visits = || seen.iter().flat_map(|page| &page.mobile);
    let first = visits().next().context("no visit")?;
    let machine = Spread::of(visits().map(|visit| visit.machine)).context("no visit")?;
    table.note(format!(
        "Lighthouse {}, mobile preset, simulated throttling; medians, least and most in brackets. \
         The page without script is the built page's own document, styles inside, scripts taken \
         out, served with the same pictures in turn with the shop. Lighthouse's benchmark index \
         of the machine was {}.",
        first.version,
        machine.shown(|index| format!("{index:.0}"))
    ));
    Ok(table)
}

fn compare(page: &Seen, measure: Measure) -> Result<Vec<String>> {
    let spread = |visits: &[Visit]| {
        Spread::of(visits.iter().map(|visit| visit.get(measure))).context("a page never visited")
    };
    let (ours, bare) = (spread(&page.mobile)?, spread(&page.scriptless)?);
    let ratio = ours.median / bare.median;
    let beyond = ours.median - bare.median;
    let (relation, budget, verdict) = match measure {
        Measure::Performance => ("".into(), "≥ 97", Budget::AtLeast(97.0).verdict(ours.median)),
        Measure::Accessibility | Measure::BestPractices | Measure::Seo => {
            ("".into(), "100", Budget::AtLeast(100.0).verdict(ours.median.round()))
        }
        Measure::Fcp | Measure::Lcp => {
            (format!("{ratio:.2}×"), "≤ 1.1×", Budget::AtMost(1.1).verdict(ratio))
        }
        Measure::SpeedIndex => (format!("{ratio:.2}×"), "", ""),
        Measure::Tbt => (format!("{beyond:+.0}"), "≤ +120", Budget::AtMost(120.0).verdict(beyond)),
        // Lighthouse's figure for no shift at all is not always a round 0.
        Measure::Cls => ("".into(), "0", Budget::AtMost(0.0005).verdict(ours.median)),
    };
    let shown = |spread: Spread| spread.shown(|value| measure.shown(value));
    Ok(vec![
        page.name.into(),
        measure.name().into(),
        shown(ours),
        shown(bare),
        relation,
        budget.into(),
        verdict.into(),
    ])
}

pub fn desktop(seen: &[Seen]) -> Result<Table> {
    let mut head = vec!["page"];
    head.extend(Measure::ALL.map(Measure::name));
    let mut table = Table::new("Lighthouse, desktop", &head);
    for page in seen {
        let mut row = vec![page.name.to_owned()];
        for measure in Measure::ALL {
            let values = page.desktop.iter().map(|visit| visit.get(measure));
            let spread = Spread::of(values).context("a page never visited")?;
            row.push(spread.shown(|value| measure.shown(value)));
        }
        table.row(row);
    }
    Ok(table)
}
