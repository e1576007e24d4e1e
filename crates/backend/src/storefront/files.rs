//! Files of the built storefront, from a folder or from the binary.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};

use super::REVALIDATE;
use crate::catalog::encoding::Encoding;

#[cfg(feature = "embed")]
static EMBEDDED: include_dir::Dir<'_> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/../../dist");

/// Where the files are.
pub struct Files {
    folder: PathBuf,
}

impl Files {
    /// In this folder.
    pub fn open(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// When a file was written, unknown for embedded ones; `None` when there is none.
    pub async fn stamp(&self, path: &str) -> Option<Option<SystemTime>> {
        if let Ok(meta) = tokio::fs::metadata(self.folder.join(path)).await {
            return Some(meta.modified().ok());
        }
        embedded(path).map(|_| None)
    }

    /// A file's content; `path` must be clean.
    pub async fn read(&self, path: &str) -> Option<Bytes> {
        if let Ok(bytes) = tokio::fs::read(self.folder.join(path)).await {
            return Some(bytes.into());
        }
        embedded(path).map(Bytes::from_static)
    }

    /// The file that a URL names, compressed where it was compressed beforehand.
    pub async fn respond(
        &self,
        url_path: &str,
        encoding: Encoding,
        known: Option<&HeaderValue>,
    ) -> Option<Response> {
        let path = clean(url_path)?;
        // The document has its own policy, and compressed forms have no URL of their own.
        if path == "index.html" || path.ends_with(".br") || path.ends_with(".gz") {
            return None;
        }
        let (body, name) = match self.read_encoded(&path, encoding).await {
            Some(found) => found,
            None => (self.read(&path).await?, None),
        };
        let mut headers = HeaderMap::from_iter([
            (header::CONTENT_TYPE, HeaderValue::from_static(content_type(&path))),
            (header::VARY, HeaderValue::from_static("accept-encoding")),
        ]);
        if let Some(name) = name {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        if is_hashed(&path) {
            let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
            headers.insert(header::CACHE_CONTROL, forever);
        } else {
            let etag = etag(&body);
            headers.insert(REVALIDATE.0, REVALIDATE.1);
            headers.insert(header::ETAG, etag.clone());
            if known == Some(&etag) {
                return Some((StatusCode::NOT_MODIFIED, headers).into_response());
            }
        }
        Some((headers, body).into_response())
    }

    async fn read_encoded(
        &self,
        path: &str,
        encoding: Encoding,
    ) -> Option<(Bytes, Option<&'static str>)> {
        // Who takes brotli takes gzip too, in case only that was made.
        let forms: &[(&str, &str)] = match encoding {
            Encoding::Identity => &[],
            Encoding::Gzip => &[("gz", "gzip")],
            Encoding::Brotli => &[("br", "br"), ("gz", "gzip")],
        };
        for (extension, name) in forms {
            if let Some(bytes) = self.read(&format!("{path}.{extension}")).await {
                return Some((bytes, Some(*name)));
            }
        }
        None
    }
}

#[cfg(feature = "embed")]
fn embedded(path: &str) -> Option<&'static [u8]> {
    EMBEDDED.get_file(path).map(|file| file.contents())
}

#[cfg(not(feature = "embed"))]
fn embedded(_path: &str) -> Option<&'static [u8]> {
    None
}

/// Whether a URL means a file, there or not, rather than a page.
pub fn is_file_path(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    last.contains('.') || path.starts_with("/pkg/") || path.starts_with("/assets/")
}

/// The path inside of the folder; `None` for one that would lead out of it or
/// to hidden files.
fn clean(url_path: &str) -> Option<String> {
    let path = percent_decode_str(url_path.strip_prefix('/')?).decode_utf8().ok()?;
    let sound = |segment: &str| {
        !segment.is_empty() && !segment.starts_with('.') && !segment.contains(['\\', '\0', ':'])
    };
    path.split('/').all(sound).then(|| path.into_owned())
}

/// Whether the name, or that of a folder, carries a content hash of at least
/// eight hexadecimal digits: `app-1f0c9a7be2d44f01.js`, `pkg/1f0c9a7b/app.wasm`.
fn is_hashed(path: &str) -> bool {
    let is_hash = |part: &str| part.len() >= 8 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let mut segments = path.rsplit('/');
    let file = segments.next().unwrap_or_default();
    let stamped = file.split(['.', '_', '-']).skip(1).any(is_hash);
    stamped || segments.any(is_hash)
}

/// Strong; each form of a file has its own.
pub fn etag(body: &[u8]) -> HeaderValue {
    let hash: String = Sha256::digest(body).iter().take(12).map(|b| format!("{b:02x}")).collect();
    HeaderValue::try_from(format!("\"{hash}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_path_leads_out() {
        for path in ["/../x", "/a/../../x", "/%2e%2e/x", "/.env", "/a//b", "/a%5cb", "/a%00", "/"] {
            assert_eq!(clean(path), None, "{path}");
        }
        assert_eq!(clean("/pkg/1f0c9a7b/app.js").as_deref(), Some("pkg/1f0c9a7b/app.js"));
    }

    #[test]
    fn hashed_names() {
        assert!(is_hashed("vitrine-1f0c9a7be2d44f01_bg.wasm"));
        assert!(is_hashed("pkg/1f0c9a7b/chunk.wasm"));
        assert!(!is_hashed("favicon.svg"));
        assert!(!is_hashed("sw.js"));
    }

    proptest! {
        #[test]
        fn a_clean_path_stays_inside(path in "/[a-z./%2e\\\\]{0,30}") {
            if let Some(clean) = clean(&path) {
                let normal = |part| matches!(part, std::path::Component::Normal(_));
                prop_assert!(Path::new(&clean).components().all(normal));
            }
        }
    }
}
