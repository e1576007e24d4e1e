//! A shop of its own for each test: a fresh database, demo goods with drawn
//! pictures, and a clock that stands still.
//!
//! SQLite in a temporary folder; a fresh PostgreSQL database when
//! `DATABASE_URL` is set (it names a server on which databases may be made).

mod database;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use bytes::Bytes;
use http_body_util::BodyExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tower::ServiceExt;
use vitrine_backend::clock::{TestClock, millis, new_id};
use vitrine_backend::config::Config;
use vitrine_backend::state::AppState;
use vitrine_contract::{IDEMPOTENCY_KEY, Problem};

/// When every test begins.
pub const NOW: &str = "2026-11-21T08:00:00Z";

/// A shop with nobody in it.
pub struct TestShop {
    /// What the handlers see.
    pub state: AppState,
    /// Stands at [`NOW`] until moved.
    pub clock: Arc<TestClock>,
    /// The application.
    pub router: Router,
    /// The one client that [`TestShop::get`] and the like use.
    client: Client,
    /// Goes with the shop.
    _database: database::TestDatabase,
}

impl TestShop {
    /// Opens a shop. Nothing runs in the background.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// Opens a shop with other settings.
    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let database = database::TestDatabase::create().await;
        let mut config = Config::for_tests(database.folder().to_owned());
        config.database_url = database.url();
        change(&mut config);
        let clock = Arc::new(TestClock::at(millis(NOW).unwrap()));
        let (router, state) =
            vitrine_backend::build_with(config, clock.clone()).await.expect("the shop opens");
        Self { client: Client::new(router.clone()), state, clock, router, _database: database }
    }

    /// Opens a shop with a storefront whose page this is, and other settings. The folder
    /// lives as long as what comes with the shop.
    pub async fn start_built(
        index: &str,
        change: impl FnOnce(&mut Config),
    ) -> (Self, tempfile::TempDir) {
        let dist = tempfile::tempdir().unwrap();
        std::fs::write(dist.path().join("index.html"), index).unwrap();
        let folder = dist.path().to_owned();
        let set = |config: &mut Config| {
            config.storefront = folder;
            change(config);
        };
        (Self::start_with(set).await, dist)
    }

    /// Another browser, without cookies.
    pub fn client(&self) -> Client {
        Client::new(self.router.clone())
    }
}

impl std::ops::Deref for TestShop {
    type Target = Client;
    fn deref(&self) -> &Client {
        &self.client
    }
}

/// A browser: keeps cookies, and sends what browsers send.
pub struct Client {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Client {
    fn new(router: Router) -> Self {
        Self { router, cookies: Mutex::default() }
    }

    /// `GET path`.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// `GET path` with these headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// `POST path` with a new idempotency key.
    pub async fn post(&self, path: &str, body: &impl Serialize) -> Answer {
        self.post_as(&new_id(), path, body).await
    }

    /// `POST path` with this idempotency key.
    pub async fn post_as(&self, key: &str, path: &str, body: &impl Serialize) -> Answer {
        self.json(Method::POST, path, body, &[(IDEMPOTENCY_KEY, key)]).await
    }

    /// `PUT path` with `If-Match` and a new idempotency key.
    pub async fn put(&self, path: &str, if_match: &str, body: &impl Serialize) -> Answer {
        let key = new_id();
        self.json(Method::PUT, path, body, &[("if-match", if_match), (IDEMPOTENCY_KEY, &key)]).await
    }

    /// `DELETE path` with a new idempotency key.
    pub async fn delete(&self, path: &str) -> Answer {
        self.json(Method::DELETE, path, &serde_json::json!({}), &[(IDEMPOTENCY_KEY, &new_id())])
            .await
    }

    /// A JSON body with these headers.
    pub async fn json(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(serde_json::to_vec(body).unwrap())).unwrap()).await
    }

    /// Any request; cookies go along and are kept.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.open(request).await;
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("the body ends").to_bytes();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Any request, its answer's body unread: for event streams.
    pub async fn open(&self, mut request: Request<Body>) -> axum::response::Response {
        let cookies: Vec<_> =
            self.cookies.lock().unwrap().iter().map(|(k, v)| format!("{k}={v}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let text = cookie.to_str().unwrap();
            let (name, value) = text.split(';').next().unwrap().split_once('=').unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            if value.is_empty() || text.to_ascii_lowercase().contains("max-age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        response
    }

    /// The cookie's value, if there is one.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie as a browser would that has it from before.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Bytes,
}

impl Answer {
    /// The body of a success.
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        assert!(self.status.is_success(), "{}: {}", self.status, self.text());
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e} in {}", self.text()))
    }

    /// The body of a failure, which must be well-formed and of this status.
    #[track_caller]
    pub fn problem(&self, status: u16) -> Problem {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem: Problem = serde_json::from_slice(&self.body).expect("a problem");
        assert_eq!(problem.status, status);
        problem
    }

    /// Paths of the wrong fields of a 422.
    #[track_caller]
    pub fn wrong_fields(&self) -> Vec<String> {
        self.problem(422).fields.into_iter().map(|field| field.path).collect()
    }

    /// A header, or an empty text.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
