//! Pages rendered here.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use vitrine::routes::Page;
use vitrine::state::RequestLanguage;
use vitrine_i18n::Locale;

use super::api::InProcessApi;
use super::document::{Document, Version};
use super::files;
use super::findable::{self, Notes};
use super::kept_screens::Made;
use super::origin::Origin;
use crate::catalog::encoding::{self, Encoding};
use crate::identity::cookie;
use crate::state::AppState;

/// After this the app shell goes out, and the browser fetches the rest.
const TIME_LIMIT: Duration = Duration::from_secs(2);
/// The same for everybody who reads this language, so that the service worker may keep
/// what the page shows; to be asked for again each time.
const PUBLIC: HeaderValue = HeaderValue::from_static("public, no-cache");
/// The cookie with the language that was chosen in the browser.
const LANGUAGE_COOKIE: &str = vitrine::browser::LANGUAGE_COOKIE;

/// What a request says about the page that it wants.
pub struct Wanted<'a> {
    /// With its query.
    pub path: &'a str,
    pub headers: &'a HeaderMap,
    /// Of which its absolute addresses are made.
    pub origin: Option<&'a Origin>,
    pub encoding: Encoding,
    pub status: StatusCode,
}

/// The page, written here; `None` where the app writes it.
pub async fn respond(
    state: &AppState,
    api: &InProcessApi,
    document: &Document,
    wanted: &Wanted<'_>,
) -> Option<Response> {
    let template = document.template.as_ref()?;
    let path = wanted.path.split('?').next().unwrap_or_default();
    if !Page::of(path).is_public() {
        return None;
    }
    let locale = locale(wanted);
    // Whoever names another host gets, and keeps, pages of their own.
    let origin = wanted.origin.map_or("", Origin::as_str);
    let key = format!("{} {} {origin} {}", document.etag(), locale.tag(), wanted.path);
    let (now, catalog) = (state.now(), state.catalog.version());
    let screens = &state.storefront.first_screens;
    let page = screens.find(&key, now, catalog).filter(|_| wanted.encoding == Encoding::Brotli);
    let (etag, body) = match page {
        Some(page) => page,
        None => {
            let language =
                RequestLanguage { chosen: Some(locale.tag().into()), ..Default::default() };
            let rendering = vitrine::server::render(wanted.path, language, api.backend());
            let screen = tokio::time::timeout(TIME_LIMIT, rendering).await.ok()?;
            let note = |origin| findable::notes(&screen, wanted.path, origin);
            let notes = wanted.origin.map_or_else(Notes::default, note);
            let html = Bytes::from(template.fill(&screen, &notes));
            let etag = files::etag(&html);
            // An error may be over in a moment.
            let body = if wanted.encoding == Encoding::Brotli && screen.is_whole {
                screens.keep(key, html, Made { catalog, at: now, etag: etag.clone() }).await?
            } else {
                encoding::encode(html, wanted.encoding).await?
            };
            (etag, body)
        }
    };
    let vary = "accept-encoding, accept-language, cookie";
    let policy = document.policy_for(Page::of(path).in_window());
    let version = Version { etag, policy, vary, encoding: wanted.encoding };
    let known = wanted.headers.get(header::IF_NONE_MATCH);
    let mut response = version.answer(wanted.status, known, body);
    response.headers_mut().insert(header::CACHE_CONTROL, PUBLIC);
    Some(response)
}

/// The URL's choice, else the cookie's, else what the browser accepts.
fn locale(wanted: &Wanted) -> Locale {
    let accepted = wanted.headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    let query = wanted.path.split_once('?').map_or("", |(_, query)| query);
    let in_url = findable::parameter(query, "lang").as_deref().and_then(Locale::parse);
    let in_cookie = cookie::find(wanted.headers, LANGUAGE_COOKIE).and_then(Locale::parse);
    in_url.or(in_cookie).unwrap_or_else(|| Locale::negotiate(accepted.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_goes_before_the_cookie_and_nonsense_counts_for_nothing() {
        let headers = HeaderMap::from_iter([
            (header::COOKIE, HeaderValue::from_static("a=1; vitrine_locale=zh-Hant")),
            (header::ACCEPT_LANGUAGE, HeaderValue::from_static("en")),
        ]);
        let chosen = |path| {
            let (encoding, status) = (Encoding::Brotli, StatusCode::OK);
            locale(&Wanted { path, headers: &headers, origin: None, encoding, status }).tag()
        };
        assert_eq!(chosen("/?lang=zh-Hans"), "zh-Hans");
        assert_eq!(chosen("/?lang=klingon"), "zh-Hant");
        assert_eq!(chosen("/"), "zh-Hant");
    }
}
