//! Rendered pages, kept compressed until something they show has changed.
//!
//! A page is compressed quickly when it is first asked for, and as well as can be a
//! little later, when nobody waits for it. A page that comes out as it was keeps the
//! bytes it had.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::http::HeaderValue;
use bytes::Bytes;
use tokio::sync::Semaphore;

use crate::catalog::cache::AGE_MAX;
use crate::catalog::encoding::{self, Encoding};

/// The most pages that are kept, each some 20 KB.
const PAGES_MAX: usize = 200;
/// The browser that has just got a page is busy with it, perhaps on this machine.
const QUIET: Duration = Duration::from_secs(10);

/// Pages that were rendered a moment ago, by what they were asked for with.
#[derive(Clone)]
pub struct FirstScreens {
    pages: Arc<Mutex<HashMap<String, Kept>>>,
    /// Compressing well takes half a second of a processor: one page at a time.
    compressing: Arc<Semaphore>,
}

/// What tells whether a page still holds.
pub struct Made {
    /// The version of the catalog that it shows.
    pub catalog: u64,
    /// When it was made, as [`AppState::now`](crate::state::AppState::now) tells.
    pub at: i64,
    /// Of its text.
    pub etag: HeaderValue,
}

struct Kept {
    made: Made,
    brotli: Bytes,
    is_best: bool,
}

impl Default for FirstScreens {
    fn default() -> Self {
        Self { pages: Arc::default(), compressing: Arc::new(Semaphore::new(1)) }
    }
}

impl FirstScreens {
    /// The page in brotli, if it still holds.
    pub fn find(&self, key: &str, now: i64, catalog: u64) -> Option<(HeaderValue, Bytes)> {
        let pages = self.lock();
        let kept = pages.get(key).filter(|kept| kept.made.holds(now, catalog))?;
        Some((kept.made.etag.clone(), kept.brotli.clone()))
    }

    /// Keeps a page and gives it in brotli. `None` when the program is ending.
    pub async fn keep(&self, key: String, html: Bytes, made: Made) -> Option<Bytes> {
        let (brotli, is_best) = match self.same(&key, &made.etag) {
            Some(known) => known,
            None => {
                let quick = encoding::encode(html.clone(), Encoding::Brotli).await?;
                self.improve_later(key.clone(), html, made.etag.clone());
                (quick, false)
            }
        };
        let mut pages = self.lock();
        if pages.len() >= PAGES_MAX {
            pages.retain(|_, kept| kept.made.holds(made.at, made.catalog));
        }
        if pages.len() >= PAGES_MAX {
            pages.clear();
        }
        pages.insert(key, Kept { made, brotli: brotli.clone(), is_best });
        Some(brotli)
    }

    /// The bytes of the same text, and whether they are as few as can be.
    fn same(&self, key: &str, etag: &HeaderValue) -> Option<(Bytes, bool)> {
        let pages = self.lock();
        let kept = pages.get(key).filter(|kept| kept.made.etag == *etag)?;
        Some((kept.brotli.clone(), kept.is_best))
    }

    fn improve_later(&self, key: String, html: Bytes, etag: HeaderValue) {
        let screens = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(QUIET).await;
            // Never closed.
            let Ok(_permit) = screens.compressing.acquire().await else { return };
            // Perhaps it was done meanwhile, or is of no use any more.
            if screens.same(&key, &etag).is_none_or(|(_, is_best)| is_best) {
                return;
            }
            let work = tokio::task::spawn_blocking(move || encoding::brotli_best(&html));
            let Ok(best) = work.await else { return };
            if let Some(kept) = screens.lock().get_mut(&key).filter(|kept| kept.made.etag == etag) {
                (kept.brotli, kept.is_best) = (best, true);
            }
        });
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Kept>> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Made {
    fn holds(&self, now: i64, catalog: u64) -> bool {
        self.catalog == catalog && (0..AGE_MAX).contains(&(now - self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(at: i64, etag: &'static str) -> Made {
        Made { catalog: 1, at, etag: HeaderValue::from_static(etag) }
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_is_compressed_well_when_nobody_waits_and_stays_so() {
        let screens = FirstScreens::default();
        let text: String = (0..4_000_u32).map(|n| format!("{} ", n.pow(2) % 977)).collect();
        let html = Bytes::from(text);
        let quick = screens.keep("a".into(), html.clone(), made(0, "1")).await.unwrap();
        assert_eq!(quick, encoding::brotli(&html));
        let best = encoding::brotli_best(&html);
        // The clock runs on by itself while everything waits.
        let mut now = quick;
        while now != best {
            tokio::time::sleep(QUIET).await;
            (_, now) = screens.find("a", 1, 1).unwrap();
        }
        assert!(screens.find("a", AGE_MAX, 1).is_none(), "too old");
        assert!(screens.find("a", 1, 2).is_none(), "of another catalog");
        let again = screens.keep("a".into(), html.clone(), made(AGE_MAX, "1")).await.unwrap();
        assert_eq!(again, best, "the same text");
        let other = screens.keep("a".into(), html.clone(), made(AGE_MAX, "2")).await.unwrap();
        assert_ne!(other, best, "another text");
    }
}
