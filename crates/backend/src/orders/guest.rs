//! The key by which a guest opens an order without signing in.
//!
//! It is never stored: it is derived from the shop's secret and the order's
//! id, so that the first answer can be given again, and the database keeps a
//! hash of it, so that a changed secret does not lock anybody out.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::state::AppState;

/// The order's key: 192 bits as 32 characters that need no escaping in a URL.
pub fn key(state: &AppState, order: &str) -> String {
    use base64::Engine;
    let secret = state.secrets.guest_links();
    let mut mac =
        <Hmac<Sha256> as Mac>::new_from_slice(secret.as_bytes()).unwrap_or_else(|_| unreachable!());
    mac.update(order.as_bytes());
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&mac.finalize().into_bytes()[..24])
}

/// What the database keeps. A plain hash is enough: the key can't be guessed.
pub fn hash(key: &str) -> String {
    crate::identity::secret::sha256(key.as_bytes())
}
