//! The shop's secret, and those derived from it.

use std::path::Path;
use std::sync::Arc;

use super::signature::party_secret;
use crate::identity::secret::{hex, random};

/// The file in the data folder that keeps the secret.
const FILE: &str = "webhook-secret";

/// The shop's secret. It never leaves the shop: parties get derived ones.
#[derive(Clone)]
pub struct Secrets(Arc<str>);

impl Secrets {
    /// The configured secret, or the one kept in the data folder, which is
    /// made on the first start.
    pub fn open(configured: Option<&str>, data: &Path) -> std::io::Result<Self> {
        if let Some(secret) = configured.filter(|secret| !secret.is_empty()) {
            return Ok(Self(secret.into()));
        }
        let file = data.join(FILE);
        match std::fs::read_to_string(&file) {
            Ok(secret) if !secret.trim().is_empty() => Ok(Self(secret.trim().into())),
            Ok(_) => Self::make(&file),
            Err(err) if err.kind() == std::io::ErrorKind::NotFound => Self::make(&file),
            Err(err) => Err(err),
        }
    }

    fn make(file: &Path) -> std::io::Result<Self> {
        let secret = hex(&random::<32>());
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        std::io::Write::write_all(&mut options.open(file)?, secret.as_bytes())?;
        Ok(Self(secret.into()))
    }

    /// What a party signs with, for example `carriers/zto`.
    pub fn party(&self, party: &str) -> String {
        party_secret(&self.0, party)
    }

    /// What guests' order keys are derived from.
    pub fn guest_links(&self) -> String {
        party_secret(&self.0, "orders/guest-links")
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_secret_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let made = Secrets::open(None, folder.path()).unwrap().party("carriers/zto");
        assert_eq!(Secrets::open(None, folder.path()).unwrap().party("carriers/zto"), made);
        let set = Secrets::open(Some("s3cret"), folder.path()).unwrap();
        assert_ne!(set.party("carriers/zto"), made);
        assert!(!format!("{set:?}").contains("s3cret"));
    }
}
