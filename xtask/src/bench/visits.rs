//! Home, a list and a product under Lighthouse, each beside itself without script and
//! drawn by hand.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::Result;

use super::lighthouse::{Form, Lighthouse, Measure, Visit};
use super::{Bench, copies};
use crate::files;

const RUNS: usize = 5;
const RUNS_DESKTOP: usize = 3;

/// Name, path.
pub const PAGES: [(&str, &str); 3] = [("home", "/"), ("list", "/c/home"), ("product", "/p/laptop")];

/// All visits of one page.
pub struct Seen {
    pub name: &'static str,
    pub mobile: Vec<Visit>,
    pub scriptless: Vec<Visit>,
    pub vanilla: Vec<Visit>,
    pub desktop: Vec<Visit>,
}

/// Visits all pages, the compared ones in turn: a busy minute must not fall on one alone.
pub fn visit(bench: &Bench, backend: SocketAddr, chromium: &Path) -> Result<Vec<Seen>> {
    let folder = bench.folder().join("lighthouse");
    files::create_folder(&folder)?;
    let copies = copies::start(bench, backend, chromium)?;
    let lighthouse = Lighthouse { workspace: bench.workspace, chromium, folder };
    let mut seen: Vec<_> = PAGES
        .iter()
        .map(|(name, _)| Seen {
            name,
            mobile: Vec::new(),
            scriptless: Vec::new(),
            vanilla: Vec::new(),
            desktop: Vec::new(),
        })
        .collect();
    let (runs, desktop) = if bench.args.quick { (1, 1) } else { (RUNS, RUNS_DESKTOP) };
    println!("Lighthouse: {} visits, about 20 s each", PAGES.len() * (3 * runs + desktop));
    for run in 1..=runs {
        for ((name, path), seen) in PAGES.iter().zip(&mut seen) {
            let look = |site, form, kind| {
                let file = format!("{name}-{kind}-{run}");
                let visit = lighthouse.visit(&format!("http://{site}{path}"), form, &file)?;
                println!("{file}: {}", in_short(&visit));
                anyhow::Ok(visit)
            };
            seen.mobile.push(look(backend, Form::Mobile, "mobile")?);
            seen.scriptless.push(look(copies.scriptless, Form::Mobile, "scriptless")?);
            seen.vanilla.push(look(copies.vanilla, Form::Mobile, "vanilla")?);
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
