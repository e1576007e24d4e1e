//! Random values, hashes, and the server's secret.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::path::Path;

use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

/// `N` bytes from the system's generator.
///
/// # Panics
/// When the system has no randomness to give; then nothing is safe anyway.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[allow(clippy::expect_used)]
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

/// Six random digits, each combination as likely as any other.
pub fn six_digits() -> String {
    const CODES: u32 = 1_000_000;
    // The uneven rest at the top of u32 would favour small numbers.
    const FAIR: u32 = u32::MAX - u32::MAX % CODES;
    loop {
        let number = u32::from_le_bytes(random());
        if number < FAIR {
            return format!("{:06}", number % CODES);
        }
    }
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// SHA-256 in hex.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The server's secret: what the database holds is of no use without it.
pub struct Secret([u8; 32]);

impl Secret {
    /// Reads `secret.key` in the data folder, or makes it, readable to its owner only.
    pub fn open(data: &Path) -> std::io::Result<Self> {
        let path = data.join("secret.key");
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&path) {
            Ok(mut file) => {
                let key = random();
                file.write_all(&key)?;
                file.sync_all()?;
                Ok(Self(key))
            }
            Err(err) if err.kind() == std::io::ErrorKind::AlreadyExists => {
                let mut key = [0; 32];
                std::fs::File::open(&path)?.read_exact(&mut key)?;
                Ok(Self(key))
            }
            Err(err) => Err(err),
        }
    }

    /// HMAC-SHA-256 of a code in hex, bound to its challenge.
    pub fn code_hash(&self, challenge: &str, code: &str) -> String {
        hex(&self.mac(challenge, code).finalize().into_bytes())
    }

    /// Whether `hash` is the code's; takes as long for a wrong one.
    pub fn is_code(&self, challenge: &str, code: &str, hash: &str) -> bool {
        let ours = self.code_hash(challenge, code);
        // Comparing MACs of both hides where they first differ.
        let blind = random::<32>();
        let seal = |text: &str| Self(blind).mac("", text).finalize().into_bytes();
        seal(&ours) == seal(hash)
    }

    fn mac(&self, challenge: &str, code: &str) -> Hmac<Sha256> {
        // HMAC takes keys of any length.
        #[allow(clippy::expect_used)]
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("any length fits");
        mac.update(challenge.as_bytes());
        mac.update(&[0]);
        mac.update(code.as_bytes());
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_stays_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let first = Secret::open(folder.path()).unwrap();
        let again = Secret::open(folder.path()).unwrap();
        let hash = first.code_hash("challenge", "042137");
        assert!(again.is_code("challenge", "042137", &hash));
        assert!(!again.is_code("challenge", "042138", &hash));
        assert!(!again.is_code("another", "042137", &hash));
    }

    #[test]
    fn codes_have_six_digits() {
        for _ in 0..100 {
            let code = six_digits();
            assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()));
        }
    }
}
