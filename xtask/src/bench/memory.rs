//! Resident memory of the backend, as Linux counts it.

use std::fs;

use super::figures::Budget;
use super::table::Table;
use crate::backend::Backend;

const IDLE: f64 = 60.0;

/// In MB of 1000 × 1000 bytes; `None` where the system does not tell.
#[derive(Default)]
pub struct Measured {
    pub after_import: Option<f64>,
    pub idle: Option<f64>,
    pub after_load: Option<f64>,
}

impl Measured {
    pub fn table(&self) -> Table {
        let mut table = Table::new("Resident memory of the backend", &["when", "MB", "budget", ""]);
        let shown = |mb: Option<f64>| mb.map_or("unknown".to_owned(), |mb| format!("{mb:.0}"));
        let verdict = self.idle.map_or("", |mb| Budget::AtMost(IDLE).verdict(mb));
        table.row(["idle, after a start", &shown(self.idle), &format!("≤ {IDLE:.0}"), verdict]);
        table.row(["after the load above", &shown(self.after_load), "", ""]);
        table.row(["right after importing the photos", &shown(self.after_import), "", ""]);
        table
    }
}

/// What the running backend holds now.
pub fn resident(backend: &Backend) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{}/status", process_of(backend)?)).ok()?;
    let kib: f64 = field(&status, "VmRSS:")?.split_whitespace().next()?.parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}

/// The process that is ours and listens under the backend's address: found from
/// outside, because nothing but the bench wants to know.
fn process_of(backend: &Backend) -> Option<u32> {
    let listen = format!("VITRINE_LISTEN={}\0", backend.address);
    let all = fs::read_dir("/proc").ok()?;
    all.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).find(|id: &u32| {
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let ours = field(&status, "PPid:") == Some(std::process::id().to_string().as_str());
        let environment = fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
        ours && String::from_utf8_lossy(&environment).contains(&listen)
    })
}

fn field<'a>(status: &'a str, name: &str) -> Option<&'a str> {
    status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn reads_the_kernel_s_lines() {
        let status = "Name:\tvitrine\nPPid:\t12\nVmRSS:\t   51200 kB\n";
        assert_eq!(field(status, "PPid:"), Some("12"));
        assert_eq!(field(status, "VmRSS:"), Some("51200 kB"));
        assert_eq!(field(status, "VmSwap:"), None);
    }
}
