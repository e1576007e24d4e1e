//! On what the figures were found.

use std::fs;
use std::thread::{self, available_parallelism};
use std::time::Duration;

/// `2 cores of Some Processor, 25 GB of memory, Linux x86_64`
pub fn description() -> String {
    let cores = available_parallelism().map_or(1, usize::from);
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = value(&info, "model name").unwrap_or("an unnamed processor");
    let system = match std::env::consts::OS {
        "linux" => "Linux",
        "macos" => "macOS",
        other => other,
    };
    let memory = memory().map_or(String::new(), |gb| format!(", {gb:.0} GB of memory"));
    format!("{cores} cores of {model}{memory}, {system} {}", std::env::consts::ARCH)
}

fn memory() -> Option<f64> {
    let info = fs::read_to_string("/proc/meminfo").ok()?;
    let kib: f64 = value(&info, "MemTotal")?.split(' ').next()?.parse().ok()?;
    Some(kib * 1024.0 / 1e9)
}

/// The share of the processors that others take while we only wait.
pub fn taken_by_others() -> Option<f64> {
    let (idle, all) = processors()?;
    thread::sleep(Duration::from_secs(3));
    let (later_idle, later_all) = processors()?;
    Some(1.0 - (later_idle - idle) / (later_all - all).max(1.0))
}

/// What all processors did since the start of the system: nothing, and everything.
fn processors() -> Option<(f64, f64)> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    let ticks: Vec<f64> = stat
        .lines()
        .next()?
        .split_whitespace()
        .skip(1)
        .map_while(|tick| tick.parse().ok())
        .collect();
    // Idle, and waiting for a disk; guests' time is counted in the first two already.
    Some((ticks.get(3)? + ticks.get(4)?, ticks.iter().take(8).sum()))
}

/// Seconds of processor time that this program has used; Linux counts hundredths.
pub fn own_time() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name in brackets may hold spaces; user and system time follow it.
    let fields: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |place: usize| fields.get(place)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}

fn value<'a>(info: &'a str, name: &str) -> Option<&'a str> {
    let line = info.lines().find(|line| line.starts_with(name))?;
    line.split_once(':').map(|(_, value)| value.trim())
}
