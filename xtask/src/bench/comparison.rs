//! What the visits gave, side by side.

use anyhow::{Context, Result};

use super::figures::{Budget, Spread};
use super::lighthouse::{Measure, Visit};
use super::table::Table;
use super::transfer::Kind;
use super::vanilla;
use super::visits::Seen;

/// Each visited like the others.
const SITES: [&str; 3] = ["Vitrine", "without script", "vanilla JS"];

pub fn mobile(seen: &[Seen]) -> Result<Table> {
    let head = [&["page", "measure"], &SITES[..], &["ratio", "budget", ""]].concat();
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
        "Lighthouse {} in Chromium's headless shell, mobile preset, simulated throttling; medians, least and most in brackets. \
         The page without script is the built page's own document, styles inside, scripts taken \
         out. Vanilla JS is the same data, fetched and drawn by a hand-written script of {} lines \
         in the same style sheets, bars and footer; nothing can be bought there. Both are served \
         with the same pictures and visited in turn with the shop; ratios and budgets compare \
         with the page without script. Lighthouse's benchmark index of the machine was {}.",
        first.version,
        vanilla::SCRIPT.lines().count(),
        machine.shown(|index| format!("{index:.0}"))
    ));
    Ok(table)
}

fn compare(page: &Seen, measure: Measure) -> Result<Vec<String>> {
    let of = |visits| spread(visits, |visit| visit.get(measure));
    let (ours, bare, drawn) = (of(&page.mobile)?, of(&page.scriptless)?, of(&page.vanilla)?);
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
        shown(drawn),
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
            let spread = spread(&page.desktop, |visit| visit.get(measure))?;
            row.push(spread.shown(|value| measure.shown(value)));
        }
        table.row(row);
    }
    Ok(table)
}

/// What travels for each page, by kind, in KB.
pub fn transfer(seen: &[Seen]) -> Result<Table> {
    let head = [&["page", "kind"], &SITES[..]].concat();
    let mut table = Table::new("Transfer of a first visit, mobile", &head);
    for page in seen {
        let mut row = |name: &str, kinds: &[Kind]| {
            let mut row = vec![page.name.to_owned(), name.to_owned()];
            for visits in [&page.mobile, &page.scriptless, &page.vanilla] {
                let spread = spread(visits, |visit| visit.transfer.bytes(kinds) as f64 / 1000.0)?;
                row.push(spread.shown(|kb| format!("{kb:.1}")));
            }
            table.row(row);
            anyhow::Ok(())
        };
        for kind in Kind::NOW {
            row(kind.name(), &[kind])?;
        }
        row("in all", &Kind::NOW)?;
        row(Kind::Later.name(), &[Kind::Later])?;
    }
    table.note(
        "KB over the wire, compressed, headers included, until the page was quiet. What comes \
         later is the code of other pages, which the shop fetches once it has nothing else to do.",
    );
    Ok(table)
}

fn spread(visits: &[Visit], figure: impl Fn(&Visit) -> f64) -> Result<Spread> {
    Spread::of(visits.iter().map(figure)).context("a page never visited")
}
