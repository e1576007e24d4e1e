//! Keeps the answers of catalog reads until something they show has changed.
//!
//! Every write that a catalog read shows raises the version; an answer is only
//! used under the version that held before it was made. Another process on the
//! same database is not heard of, so answers also age out within seconds.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Serialize;
use sha2::{Digest, Sha256};
use vitrine_i18n::Locale;

use super::encoding::{self, Encoding};
use crate::clock::SECOND;
use crate::error::{AppError, AppResult};
use crate::state::AppState;

/// The most answers that are kept.
const ENTRIES_MAX: usize = 400;
/// The longest an answer is used.
pub const AGE_MAX: i64 = 10 * SECOND;
/// Asked for again each time, but shown meanwhile.
const CACHE_CONTROL: &str = "public, max-age=0, stale-while-revalidate=60";

/// Answers of catalog reads.
#[derive(Default)]
pub struct CatalogCache {
    version: AtomicU64,
    entries: Mutex<HashMap<String, Arc<Entry>>>,
}

struct Entry {
    version: u64,
    made_at: i64,
    etag: HeaderValue,
    body: Bytes,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

impl CatalogCache {
    /// Forgets all answers.
    pub fn bump(&self) {
        self.version.fetch_add(1, Ordering::SeqCst);
    }

    /// Under which answers hold.
    pub fn version(&self) -> u64 {
        self.version.load(Ordering::SeqCst)
    }

    fn find(&self, key: &str, now: i64) -> Option<Arc<Entry>> {
        let entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = entries.get(key)?;
        let fresh = (0..AGE_MAX).contains(&(now - entry.made_at));
        (entry.version == self.version() && fresh).then(|| entry.clone())
    }

    fn keep(&self, key: String, entry: Arc<Entry>) {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        if entries.len() >= ENTRIES_MAX {
            let (version, now) = (self.version(), entry.made_at);
            entries.retain(|_, old| old.version == version && now - old.made_at < AGE_MAX);
        }
        if entries.len() >= ENTRIES_MAX {
            entries.clear();
        }
        entries.insert(key, entry);
    }
}

/// What of a request decides how a public read is answered.
pub struct Reader {
    uri: String,
    if_none_match: Option<String>,
    encoding: Encoding,
}

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let text = |name| parts.headers.get(name).and_then(|v| v.to_str().ok());
        Ok(Self {
            uri: uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
            if_none_match: text(header::IF_NONE_MATCH).map(str::to_owned),
            encoding: encoding::negotiate(text(header::ACCEPT_ENCODING).unwrap_or_default()),
        })
    }
}

impl Reader {
    /// The kept answer, or the one that `make` gives now.
    pub async fn answer<T: Serialize>(
        self,
        state: &AppState,
        lang: Locale,
        make: impl Future<Output = AppResult<T>>,
    ) -> AppResult<Response> {
        let key = format!("{} {}", lang.tag(), self.uri);
        let now = state.now();
        if let Some(entry) = state.catalog.find(&key, now) {
            return Ok(self.respond(&entry, lang));
        }
        // Read before anything is: a change meanwhile makes the answer stale at once.
        let version = state.catalog.version();
        let body = serde_json::to_vec(&make.await?).map_err(AppError::internal)?;
        let entry = Arc::new(Entry {
            version,
            made_at: now,
            etag: etag(&body),
            body: body.into(),
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        });
        state.catalog.keep(key, entry.clone());
        Ok(self.respond(&entry, lang))
    }

    fn respond(&self, entry: &Entry, lang: Locale) -> Response {
        let mut headers = HeaderMap::new();
        headers.insert(header::ETAG, entry.etag.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(CACHE_CONTROL));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, accept-language"));
        if self.is_known(&entry.etag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
        if let Some(name) = self.encoding.name() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        let body = match self.encoding {
            Encoding::Identity => &entry.body,
            Encoding::Gzip => entry.gzip.get_or_init(|| encoding::gzip(&entry.body)),
            Encoding::Brotli => entry.brotli.get_or_init(|| encoding::brotli(&entry.body)),
        };
        (headers, body.clone()).into_response()
    }

    fn is_known(&self, etag: &HeaderValue) -> bool {
        let Some(known) = &self.if_none_match else { return false };
        known.trim() == "*" || known.split(',').any(|one| one.trim().as_bytes() == etag.as_bytes())
    }
}

/// Weak: the same answer compressed has the same tag.
fn etag(body: &[u8]) -> HeaderValue {
    let hash: String =
        Sha256::digest(body).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::from_str(&format!("W/\"{hash}\"")).unwrap_or(HeaderValue::from_static("W/\"\""))
}
