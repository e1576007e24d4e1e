//! Compression of answers that are kept, once each.

use std::io::Write;

use bytes::Bytes;

/// How a body is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As it is.
    Identity,
    /// gzip.
    Gzip,
    /// brotli.
    Brotli,
}

impl Encoding {
    /// For `Content-Encoding`; none when the body is as it is.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// The best encoding that `Accept-Encoding` allows.
pub fn negotiate(accept: &str) -> Encoding {
    let allows = |wanted: &str| {
        accept.split(',').any(|range| {
            let mut parts = range.split(';').map(str::trim);
            let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(wanted));
            let refused = parts.any(|p| {
                p.strip_prefix("q=").is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q == 0.0))
            });
            named && !refused
        })
    };
    if allows("br") {
        Encoding::Brotli
    } else if allows("gzip") {
        Encoding::Gzip
    } else {
        Encoding::Identity
    }
}

/// In this encoding, made aside: it takes some milliseconds, in which other requests
/// shall not wait. `None` when the program is ending.
pub async fn encode(body: Bytes, encoding: Encoding) -> Option<Bytes> {
    let work = match encoding {
        Encoding::Identity => return Some(body),
        Encoding::Gzip => gzip,
        Encoding::Brotli => brotli,
    };
    tokio::task::spawn_blocking(move || work(&body)).await.ok()
}

/// Writing into memory does not fail.
pub fn gzip(body: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    let _ = encoder.write_all(body);
    encoder.finish().unwrap_or_default().into()
}

/// Quality 5 of 11: a fifth smaller than gzip at about the same time.
pub fn brotli(body: &[u8]) -> Bytes {
    brotli_of(body, 5)
}

/// For what is compressed once a start.
pub fn brotli_best(body: &[u8]) -> Bytes {
    brotli_of(body, 11)
}

fn brotli_of(body: &[u8], quality: u32) -> Bytes {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, quality, 20);
    let _ = encoder.write_all(body);
    encoder.into_inner().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_that_is_allowed() {
        assert_eq!(negotiate("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(negotiate("gzip, br;q=0"), Encoding::Gzip);
        assert_eq!(negotiate("identity"), Encoding::Identity);
        assert_eq!(negotiate(""), Encoding::Identity);
    }
}
