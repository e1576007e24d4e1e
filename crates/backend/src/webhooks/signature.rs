//! Signatures of webhooks (Stripe's scheme): `t=<unix seconds>,v1=<hex>`, where
//! `v1` is HMAC-SHA-256 over `<t>.<body>`.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::identity::secret::hex;

/// How far a call's time may be from the shop's, in seconds, either way.
pub const TOLERANCE_SECONDS: i64 = 300;

/// Why a call is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// There is none, or it has not the form.
    #[error("the signature is missing or malformed")]
    Malformed,
    /// The time is too far off: perhaps an old call played again.
    #[error("the signature's time is more than five minutes off")]
    OutOfTime,
    /// Signed with another secret, or the body was changed.
    #[error("the signature does not fit the body")]
    Mismatch,
}

/// The secret of one party, for example `payments/sandbox`, derived from the
/// shop's: hex of HMAC-SHA-256 over the party's name. So a carrier can't
/// speak for a payment provider, and nobody outside knows the shop's own.
///
/// The same by hand:
/// `printf payments/sandbox | openssl dgst -sha256 -hmac "$VITRINE_WEBHOOK_SECRET"`.
pub fn party_secret(shop_secret: &str, party: &str) -> String {
    hex(&mac(shop_secret.as_bytes(), &[party.as_bytes()]).finalize().into_bytes())
}

/// The header for `body`, signed at `now` (Unix seconds).
///
/// ```
/// use vitrine_backend::webhooks::signature::{sign, verify};
/// let header = sign("secret", 1_700_000_000, b"{}");
/// assert!(verify("secret", 1_700_000_060, b"{}", Some(&header)).is_ok());
/// assert!(verify("secret", 1_700_000_060, b"{ }", Some(&header)).is_err());
/// ```
pub fn sign(secret: &str, now: i64, body: &[u8]) -> String {
    let code = mac(secret.as_bytes(), &[now.to_string().as_bytes(), b".", body]);
    format!("t={now},v1={}", hex(&code.finalize().into_bytes()))
}

/// Checks the header against the body, at `now` (Unix seconds). The codes are
/// compared in constant time. Several `v1` are allowed, while secrets change.
pub fn verify(
    secret: &str,
    now: i64,
    body: &[u8],
    header: Option<&str>,
) -> Result<(), SignatureError> {
    let header = header.ok_or(SignatureError::Malformed)?;
    let mut time = None;
    let mut codes = Vec::new();
    for part in header.split(',') {
        match part.trim().split_once('=') {
            Some(("t", text)) => {
                time = Some(text.parse::<i64>().map_err(|_| SignatureError::Malformed)?);
            }
            Some(("v1", text)) => codes.push(unhex(text).ok_or(SignatureError::Malformed)?),
            _ => {}
        }
    }
    let time = time.filter(|_| !codes.is_empty()).ok_or(SignatureError::Malformed)?;
    if now.abs_diff(time) > TOLERANCE_SECONDS.unsigned_abs() {
        return Err(SignatureError::OutOfTime);
    }
    let expected = mac(secret.as_bytes(), &[time.to_string().as_bytes(), b".", body]);
    if codes.iter().any(|code| expected.clone().verify_slice(code).is_ok()) {
        Ok(())
    } else {
        Err(SignatureError::Mismatch)
    }
}

fn mac(secret: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
    // HMAC takes keys of any length, so this can't fail.
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(secret).unwrap_or_else(|_| unreachable!());
    for part in parts {
        mac.update(part);
    }
    mac
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn old_calls_and_other_secrets_are_refused() {
        let header = sign("a", 1_000, b"body");
        let check = |secret, now| verify(secret, now, b"body", Some(&header));
        assert_eq!(check("a", 1_300), Ok(()));
        assert_eq!(check("a", 700), Ok(()));
        assert_eq!(check("a", 1_301), Err(SignatureError::OutOfTime));
        assert_eq!(check("a", 699), Err(SignatureError::OutOfTime));
        assert_eq!(check("b", 1_000), Err(SignatureError::Mismatch));
        assert_eq!(verify("a", 1_000, b"body", None), Err(SignatureError::Malformed));
    }

    #[test]
    fn a_second_code_may_fit() {
        let new = sign("new", 1_000, b"body");
        let old = sign("old", 1_000, b"body");
        let both = format!("{new},{}", old.split_once(',').unwrap().1);
        assert_eq!(verify("old", 1_000, b"body", Some(&both)), Ok(()));
    }

    #[test]
    fn parties_have_secrets_of_their_own() {
        assert_ne!(party_secret("s", "payments/sandbox"), party_secret("s", "carriers/sf"));
        assert_eq!(party_secret("s", "carriers/sf").len(), 64);
    }

    proptest! {
        #[test]
        fn any_header_is_survived(header in "\\PC*", t in any::<i64>(), code in "\\PC{0,8}") {
            let _ = verify("a", 0, b"", Some(&header));
            let _ = verify("a", i64::MIN, b"", Some(&format!("t={t},v1={code}")));
        }
    }
}
