//! Where a request comes from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::config::Config;
use crate::error::AppError;
use crate::state::AppState;

/// The peer, or whom a trusted proxy names.
#[derive(Clone, Copy, Debug)]
pub struct Client {
    address: Option<IpAddr>,
    https: bool,
}

impl Client {
    /// What limits count by: the address, of IPv6 the network (/64) that one
    /// subscriber owns. `None` when nobody is to be told apart: no address, or
    /// this very machine in demo mode, where tests and previews sign in often.
    pub fn limited_by(&self, config: &Config) -> Option<String> {
        let address = self.address?.to_canonical();
        if config.demo && address.is_loopback() {
            return None;
        }
        Some(match address {
            IpAddr::V4(v4) => v4.to_string(),
            IpAddr::V6(v6) => {
                Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)).to_string() + "/64"
            }
        })
    }

    /// Whether cookies shall be `Secure`.
    pub fn is_secure(&self, config: &Config) -> bool {
        config.secure_cookies || self.https
    }
}

impl FromRequestParts<AppState> for Client {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, AppError> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        if !state.config.trust_proxy {
            return Ok(Self { address: peer, https: false });
        }
        // Only the last entry is our proxy's own; those before are hearsay.
        let forwarded = last(&parts.headers, "x-forwarded-for").and_then(|text| text.parse().ok());
        let https = last(&parts.headers, "x-forwarded-proto") == Some("https");
        Ok(Self { address: forwarded.or(peer), https })
    }
}

fn last<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let line = headers.get_all(name).into_iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_in_one_ipv6_network_are_one() {
        let config = Config::for_tests("".into());
        let by =
            |text: &str| Client { address: text.parse().ok(), https: false }.limited_by(&config);
        assert_eq!(by("2001:db8:1:2::3"), by("2001:db8:1:2:ffff::1"));
        assert_ne!(by("2001:db8:1:2::3"), by("2001:db8:1:3::3"));
        assert_eq!(by("::ffff:203.0.113.7"), Some("203.0.113.7".into()));
        assert_eq!(by("127.0.0.1"), None);
        let real = Config { demo: false, ..config };
        let here = Client { address: "127.0.0.1".parse().ok(), https: false };
        assert_eq!(here.limited_by(&real), Some("127.0.0.1".into()));
    }
}
