//! Serves the built storefront: hashed files for ever, public pages as they are
//! rendered here, the others by `index.html`, all with the right status and a policy
//! that allows exactly their inline parts.

mod api;
mod crawling;
mod document;
mod files;
mod findable;
mod first_screen;
mod inline;
mod kept_screens;
mod origin;
mod pages;
mod template;
mod worker;

pub use api::InProcessApi;
pub use findable::href;
pub use origin::Origin;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Extension, Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use vitrine::routes::{Page, Route, address};
use vitrine_contract::ProblemCode;

use self::document::Document;
use self::files::Files;
use self::first_screen::Wanted;
use self::kept_screens::FirstScreens;
use self::pages::Standing;
use crate::app::headers::ROBOTS;
use crate::catalog::encoding::{self, Encoding};
use crate::error::{AppError, AppResult};
use crate::identity::client::Client;
use crate::state::AppState;

/// The built storefront.
pub struct Storefront {
    files: Files,
    document: Mutex<Option<Arc<Document>>>,
    first_screens: FirstScreens,
    has_worker: bool,
}

impl Storefront {
    /// Of this folder, or of the binary itself where it is embedded and there
    /// is no such folder. It may be built while the backend is running. With a worker,
    /// browsers may keep the shop.
    pub fn open(folder: &Path, has_worker: bool) -> Self {
        Self {
            files: Files::open(folder),
            document: Mutex::default(),
            first_screens: FirstScreens::default(),
            has_worker,
        }
    }

    /// `index.html` with its policy; read again when it was built anew.
    async fn document(&self) -> Option<Arc<Document>> {
        let stamp = self.files.stamp("index.html").await?;
        let kept = self.document.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(kept) = kept.filter(|kept| kept.stamp == stamp) {
            return Some(kept);
        }
        let mut html = self.files.read("index.html").await?;
        if !self.has_worker {
            html = worker::unnamed(&html);
        }
        let made = Arc::new(Document::new(stamp, html));
        let mut document = self.document.lock().unwrap_or_else(PoisonError::into_inner);
        *document = Some(made.clone());
        Some(made)
    }
}

/// Whatever is no API and no picture: a file of the storefront, or a page.
pub async fn serve(
    State(state): State<AppState>,
    Extension(api): Extension<InProcessApi>,
    client: Client,
    request: Request,
) -> AppResult<Response> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(AppError::new(ProblemCode::MethodNotAllowed));
    }
    let origin = Origin::of(&state.config, &request, client.is_secure(&state.config));
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok());
    let asked = Asked {
        address: request.uri().path_and_query().map_or("/", PathAndQuery::as_str),
        path: request.uri().path(),
        query: request.uri().query(),
        headers: request.headers(),
        known: request.headers().get(header::IF_NONE_MATCH),
        encoding: encoding::negotiate(accepted.unwrap_or_default()),
        origin: origin.as_ref(),
    };
    match asked.path {
        SHELL => shell(&state, &asked).await,
        path if files::is_file_path(path) => file(&state, &asked).await,
        _ => page(&state, &api, &asked).await,
    }
}

/// The app's shell: what a browser without a network shows every page with.
const SHELL: &str = "/index.html";

/// What a browser has asked for.
struct Asked<'a> {
    /// Path and query.
    address: &'a str,
    path: &'a str,
    query: Option<&'a str>,
    headers: &'a HeaderMap,
    /// The version that it has.
    known: Option<&'a HeaderValue>,
    encoding: Encoding,
    origin: Option<&'a Origin>,
}

async fn shell(state: &AppState, asked: &Asked<'_>) -> AppResult<Response> {
    let Some(document) = state.storefront.document().await else {
        return Ok(document::missing());
    };
    let mut response = document.respond(StatusCode::OK, asked.encoding, asked.known);
    response.headers_mut().insert(ROBOTS, NOT_INDEXED);
    Ok(response)
}

async fn file(state: &AppState, asked: &Asked<'_>) -> AppResult<Response> {
    let Asked { path, known, encoding, origin, .. } = *asked;
    if let Some(told) = crawling::respond(state, path, origin, encoding).await? {
        return Ok(told);
    }
    let storefront = &state.storefront;
    let found = match path {
        worker::PATH => worker::respond(storefront, encoding, known).await,
        _ => storefront.files.respond(path, encoding, known).await,
    };
    Ok(found.unwrap_or_else(|| (StatusCode::NOT_FOUND, "no such file").into_response()))
}

async fn page(state: &AppState, api: &InProcessApi, asked: &Asked<'_>) -> AppResult<Response> {
    let Asked { address, path, query, headers, known, encoding, origin } = *asked;
    let status = match pages::standing(state, path).await? {
        Standing::Here => StatusCode::OK,
        Standing::Missing => StatusCode::NOT_FOUND,
        Standing::Gone => StatusCode::GONE,
        Standing::Renamed(slug) => return renamed(&slug, query),
    };
    let Some(document) = state.storefront.document().await else {
        return Ok(document::missing());
    };
    let wanted = Wanted { path: address, headers, origin, encoding, status };
    let first_screen = first_screen::respond(state, api, &document, &wanted).await;
    let mut response = first_screen.unwrap_or_else(|| document.respond(status, encoding, known));
    let headers = response.headers_mut();
    if !findable::is_indexed(&Page::of(path), query.unwrap_or_default()) {
        headers.insert(ROBOTS, NOT_INDEXED);
    }
    if path == "/orders" || path.starts_with("/orders/") {
        // A guest's link opens an order: nobody else may learn it.
        let policy = HeaderValue::from_static("no-referrer");
        headers.insert(header::REFERRER_POLICY, policy);
    }
    Ok(response)
}

const NOT_INDEXED: HeaderValue = HeaderValue::from_static("noindex");

/// Leads to the product's present name, with what else was asked for.
fn renamed(slug: &str, query: Option<&str>) -> AppResult<Response> {
    let address = address(&href(&Route::product(slug)), query.unwrap_or_default());
    let location = HeaderValue::try_from(address).map_err(AppError::internal)?;
    let headers = [(header::LOCATION, location), REVALIDATE];
    Ok((StatusCode::MOVED_PERMANENTLY, headers).into_response())
}

/// To be asked for again each time.
const REVALIDATE: (HeaderName, HeaderValue) =
    (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
