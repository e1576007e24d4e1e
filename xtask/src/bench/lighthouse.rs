//! One visit of Lighthouse, and what of its report we keep.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::transfer::Transfer;
use crate::workspace::Workspace;
use crate::{files, process};

/// As root and in containers Chromium needs these; the rest keeps it from doing
/// anything but our pages.
pub const CHROMIUM: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];
/// The shop's first language.
pub const LANGUAGE: &str = "--accept-lang=zh-CN";

/// A browser that did not start or a page that was not drawn in time says nothing
/// about the shop.
const TRIES: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Mobile,
    Desktop,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Performance,
    Accessibility,
    BestPractices,
    Seo,
    Fcp,
    Lcp,
    SpeedIndex,
    Tbt,
    Cls,
}

impl Measure {
    pub const ALL: [Self; 9] = [
        Self::Performance,
        Self::Accessibility,
        Self::BestPractices,
        Self::Seo,
        Self::Fcp,
        Self::Lcp,
        Self::SpeedIndex,
        Self::Tbt,
        Self::Cls,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Performance => "performance",
            Self::Accessibility => "accessibility",
            Self::BestPractices => "best practices",
            Self::Seo => "SEO",
            Self::Fcp => "FCP ms",
            Self::Lcp => "LCP ms",
            Self::SpeedIndex => "Speed Index ms",
            Self::Tbt => "TBT ms",
            Self::Cls => "CLS",
        }
    }

    pub fn shown(self, value: f64) -> String {
        if self == Self::Cls { format!("{value:.3}") } else { format!("{value:.0}") }
    }

    fn read(self, report: &Value) -> Option<f64> {
        let score = |id: &str| Some(report["categories"][id]["score"].as_f64()? * 100.0);
        let audit = |id: &str| report["audits"][id]["numericValue"].as_f64();
        match self {
            Self::Performance => score("performance"),
            Self::Accessibility => score("accessibility"),
            Self::BestPractices => score("best-practices"),
            Self::Seo => score("seo"),
            Self::Fcp => audit("first-contentful-paint"),
            Self::Lcp => audit("largest-contentful-paint"),
            Self::SpeedIndex => audit("speed-index"),
            Self::Tbt => audit("total-blocking-time"),
            Self::Cls => audit("cumulative-layout-shift"),
        }
    }
}

pub struct Visit {
    values: Vec<f64>,
    pub transfer: Transfer,
    pub images: Vec<Image>,
    /// Bytes of images beyond what their places can show.
    pub wasted: u64,
    /// `accessibility: color-contrast` and the like.
    pub faults: Vec<String>,
    /// Lighthouse's own measure of the machine at that moment.
    pub machine: f64,
    pub version: String,
}

pub struct Image {
    pub bytes: u64,
    pub format: String,
}

impl Visit {
    pub fn get(&self, measure: Measure) -> f64 {
        Measure::ALL.iter().position(|one| *one == measure).map_or(0.0, |at| self.values[at])
    }

    fn of(report: &Value) -> Result<Self> {
        let read = |measure: &Measure| {
            measure.read(report).with_context(|| format!("no {} in the report", measure.name()))
        };
        let audits = &report["audits"];
        let requests = &audits["network-requests"]["details"]["items"];
        let wasted = &audits["uses-responsive-images"]["details"]["overallSavingsBytes"];
        Ok(Self {
            values: Measure::ALL.iter().map(read).collect::<Result<_>>()?,
            transfer: Transfer::of(requests),
            images: images(requests),
            wasted: wasted.as_f64().unwrap_or(0.0) as u64,
            faults: faults(report),
            machine: report["environment"]["benchmarkIndex"].as_f64().unwrap_or(0.0),
            version: report["lighthouseVersion"].as_str().unwrap_or("?").to_owned(),
        })
    }
}

fn images(requests: &Value) -> Vec<Image> {
    let all = requests.as_array().into_iter().flatten();
    let ours = all.filter(|request| {
        request["resourceType"] == "Image"
            && request["url"].as_str().is_some_and(|url| url.contains("/media/"))
    });
    ours.map(|request| Image {
        bytes: request["transferSize"].as_u64().unwrap_or(0),
        format: request["mimeType"].as_str().unwrap_or("unknown").to_owned(),
    })
    .collect()
}

/// What keeps a score from 100, apart from speed, which has figures of its own.
fn faults(report: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for category in ["accessibility", "best-practices", "seo"] {
        let refs = report["categories"][category]["auditRefs"].as_array();
        for reference in refs.into_iter().flatten() {
            let counts = reference["weight"].as_f64().is_some_and(|weight| weight > 0.0);
            let id = reference["id"].as_str().unwrap_or_default();
            let failed = report["audits"][id]["score"].as_f64().is_some_and(|score| score < 1.0);
            if counts && failed {
                found.push(format!("{category}: {id}"));
            }
        }
    }
    found
}

pub struct Lighthouse<'a> {
    pub workspace: &'a Workspace,
    pub chromium: &'a Path,
    /// Where the reports stay, to be looked at.
    pub folder: PathBuf,
}

impl Lighthouse<'_> {
    pub fn visit(&self, url: &str, form: Form, name: &str) -> Result<Visit> {
        let mut last = None;
        for _ in 0..TRIES {
            match self.attempt(url, form, name) {
                Ok(visit) => return Ok(visit),
                Err(error) => {
                    println!("Lighthouse: {name} once more ({error:#})");
                    last = Some(error);
                }
            }
        }
        Err(last.context("never tried")?.context(format!("Lighthouse could not visit {name}")))
    }

    fn attempt(&self, url: &str, form: Form, name: &str) -> Result<Visit> {
        let path = self.folder.join(format!("{name}.json"));
        let mut node = self.workspace.command("node");
        node.arg("tools/node_modules/lighthouse/cli/index.js").arg(url);
        node.args(["--quiet", "--no-enable-error-reporting", "--output=json"]);
        node.arg(format!("--output-path={}", path.display()));
        node.arg("--only-categories=performance,accessibility,best-practices,seo");
        node.arg("--throttling-method=simulate");
        node.arg(if form == Form::Desktop { "--preset=desktop" } else { "--form-factor=mobile" });
        node.arg(format!("--chrome-flags={} {LANGUAGE}", CHROMIUM.join(" ")));
        node.env("CHROME_PATH", self.chromium).stdout(Stdio::null());
        process::run(&mut node)?;
        let report: Value = serde_json::from_str(&files::read(&path)?)?;
        if let Some(message) = report["runtimeError"]["message"].as_str() {
            bail!("{message}");
        }
        Visit::of(&report)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_counts_of_a_report() {
        let report = serde_json::json!({
            "lighthouseVersion": "12.8.2",
            "environment": { "benchmarkIndex": 900.5 },
            "categories": {
                "performance": { "score": 0.97 },
                "accessibility": { "score": 1 },
                "best-practices": {
                    "score": 0.96,
                    "auditRefs": [
                        { "id": "errors-in-console", "weight": 1 },
                        { "id": "is-on-https", "weight": 5 },
                        { "id": "notes", "weight": 0 },
                    ],
                },
                "seo": { "score": 1 },
            },
            "audits": {
                "first-contentful-paint": { "numericValue": 671.2 },
                "largest-contentful-paint": { "numericValue": 985.0 },
                "speed-index": { "numericValue": 712.5 },
                "total-blocking-time": { "numericValue": 0 },
                "cumulative-layout-shift": { "numericValue": 0 },
                "errors-in-console": { "score": 0 },
                "is-on-https": { "score": 1 },
                "notes": { "score": 0 },
                "network-requests": { "details": { "items": [
                    { "resourceType": "Image", "url": "/media/a-320.webp", "transferSize": 9000,
                      "mimeType": "image/webp" },
                    { "resourceType": "Image", "url": "/favicon.svg", "transferSize": 300 },
                ] } },
            },
        });
        let visit = Visit::of(&report).unwrap();
        assert_eq!(visit.get(Measure::Performance), 97.0);
        assert_eq!(visit.get(Measure::Lcp), 985.0);
        assert_eq!(visit.get(Measure::SpeedIndex), 712.5);
        assert_eq!(visit.faults, ["best-practices: errors-in-console"]);
        assert_eq!(visit.images.len(), 1);
        assert_eq!((visit.images[0].bytes, visit.wasted), (9000, 0));
    }
}
