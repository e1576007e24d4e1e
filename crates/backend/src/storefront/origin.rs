//! The shop's public address, of which absolute ones are made.

use axum::http::uri::{Authority, Scheme, Uri};
use axum::http::{HeaderMap, Request, header};

use crate::config::Config;

/// The longest host that a request may name; DNS has none longer.
const HOST_MAX: usize = 255;

/// Scheme and host of the shop as its visitors know it: `https://shop.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// Reads a setting: an address with `http` or `https`, a host, and nothing behind it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let uri: Uri = text.parse().map_err(|error| format!("{error}"))?;
        let scheme = uri.scheme().filter(|s| **s == Scheme::HTTP || **s == Scheme::HTTPS);
        let host = uri.authority().and_then(|authority| clean(authority.as_str()));
        match (scheme, host) {
            (Some(scheme), Some(host)) if uri.path() == "/" && uri.query().is_none() => {
                Ok(Self(format!("{scheme}://{host}")))
            }
            _ => Err("an address such as https://shop.example, without a path".into()),
        }
    }

    /// The one that is set; else the one that the request asked for, which then only
    /// its sender may be told. `None` where a request names no host.
    ///
    /// `X-Forwarded-Host` is not read: a proxy that does not set it passes on what
    /// anybody sends, and a cache in front would tell it to everybody.
    pub fn of<B>(config: &Config, request: &Request<B>, is_secure: bool) -> Option<Self> {
        if let Some(origin) = &config.origin {
            return Some(origin.clone());
        }
        // HTTP/2 has the host in its address.
        let host = request.uri().authority().map(Authority::as_str);
        let host = clean(host.or_else(|| host_header(request.headers()))?)?;
        let scheme = if is_secure { "https" } else { "http" };
        Some(Self(format!("{scheme}://{host}")))
    }

    /// Absolute, of a path with or without a query.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// Without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn host_header(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::HOST)?.to_str().ok()
}

/// A host with or without a port, of which no character means anything elsewhere.
fn clean(host: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    let is_host = !host.is_empty() && host.len() <= HOST_MAX && host.chars().all(plain);
    let authority: Authority = host.parse().ok().filter(|_| is_host)?;
    (!authority.host().is_empty()).then(|| host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(config: &Config, host: &str, is_secure: bool) -> Option<String> {
        let request = Request::get("/p/laptop").header(header::HOST, host).body(()).ok()?;
        let origin = Origin::of(config, &request, is_secure);
        origin.map(|origin| origin.as_str().to_owned())
    }

    #[test]
    fn a_setting_is_an_origin_and_nothing_more() {
        for (text, origin) in [
            ("https://shop.example", "https://shop.example"),
            ("https://Shop.Example/", "https://shop.example"),
            ("http://[::1]:8787", "http://[::1]:8787"),
        ] {
            assert_eq!(Origin::parse(text).unwrap().as_str(), origin);
        }
        for bad in
            ["shop.example", "ftp://shop.example", "https://a/b", "https://a/?x", "https://u@a"]
        {
            assert!(Origin::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_setting_goes_before_the_request() {
        let mut config = Config::for_tests("".into());
        assert_eq!(of(&config, "127.0.0.1:8787", false).as_deref(), Some("http://127.0.0.1:8787"));
        assert_eq!(of(&config, "Shop.Example", true).as_deref(), Some("https://shop.example"));
        config.origin = Origin::parse("https://shop.example").ok();
        assert_eq!(of(&config, "evil.example", false).as_deref(), Some("https://shop.example"));
    }

    proptest! {
        #[test]
        fn no_host_can_mean_more_than_a_host(host in "[ -~]{0,40}") {
            if let Some(origin) = of(&Config::for_tests("".into()), &host, false) {
                prop_assert!(!origin[7..].contains(['"', '<', '>', '&', '/', '@', ' ', '\'']));
            }
        }
    }
}
