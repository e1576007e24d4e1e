//! `index.html`: its policy, its tag, and its compressed forms.

use std::time::SystemTime;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use bytes::Bytes;
use vitrine::routes::WindowPage;

use super::template::Template;
use super::{REVALIDATE, files, inline};
use crate::catalog::encoding::{self, Encoding};

/// The page into which the storefront mounts itself.
pub struct Document {
    /// When it was built.
    pub stamp: Option<SystemTime>,
    /// What it allows its inline parts.
    policy: HeaderValue,
    /// The same for pages that are written here, which have fewer of them.
    policies: Vec<(Option<WindowPage>, HeaderValue)>,
    /// With gaps for a first screen, where it has a place for one.
    pub template: Option<Template>,
    etag: HeaderValue,
    html: Bytes,
    brotli: Bytes,
    gzip: Bytes,
}

impl Document {
    /// Read at this time.
    pub fn new(stamp: Option<SystemTime>, html: Bytes) -> Self {
        let text = String::from_utf8_lossy(&html);
        let template = Template::read(&text);
        let pages = WindowPage::ALL.into_iter().map(Some).chain([None]);
        let policies = template
            .iter()
            .flat_map(|template| pages.clone().map(|page| (page, policy(&template.frame(page)))));
        Self {
            policies: policies.collect(),
            template,
            stamp,
            policy: policy(&text),
            etag: files::etag(&html),
            brotli: encoding::brotli_best(&html),
            gzip: encoding::gzip(&html),
            html,
        }
    }

    /// Changes with the document.
    pub fn etag(&self) -> &str {
        self.etag.to_str().unwrap_or_default()
    }

    /// What a page of this kind allows its inline parts.
    pub fn policy_for(&self, page: Option<WindowPage>) -> HeaderValue {
        let found = self.policies.iter().find(|(one, _)| *one == page);
        found.map_or(&self.policy, |(_, policy)| policy).clone()
    }

    /// With this status; 304 when the browser has it and the page exists.
    pub fn respond(
        &self,
        status: StatusCode,
        encoding: Encoding,
        known: Option<&HeaderValue>,
    ) -> Response {
        let body = match encoding {
            Encoding::Identity => &self.html,
            Encoding::Gzip => &self.gzip,
            Encoding::Brotli => &self.brotli,
        };
        let (etag, policy) = (self.etag.clone(), self.policy.clone());
        let version = Version { etag, policy, vary: "accept-encoding", encoding };
        version.answer(status, known, body.clone())
    }
}

/// What tells one answer of a document from another.
pub struct Version {
    /// Strong.
    pub etag: HeaderValue,
    /// What it allows its inline parts.
    pub policy: HeaderValue,
    /// The request's headers that decide about it.
    pub vary: &'static str,
    /// How its body is compressed.
    pub encoding: Encoding,
}

impl Version {
    /// With this status, or 304 when the browser has it and the page exists.
    pub fn answer(self, status: StatusCode, known: Option<&HeaderValue>, body: Bytes) -> Response {
        let mut headers = HeaderMap::from_iter([
            REVALIDATE,
            (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
            (header::VARY, HeaderValue::from_static(self.vary)),
            (header::CONTENT_SECURITY_POLICY, self.policy),
        ]);
        if status == StatusCode::OK {
            let is_known = known == Some(&self.etag);
            headers.insert(header::ETAG, self.etag);
            if is_known {
                return (StatusCode::NOT_MODIFIED, headers).into_response();
            }
        }
        if let Some(name) = self.encoding.name() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        (status, headers, body).into_response()
    }
}

/// Only what comes from here, the Wasm, and the inline parts as they were built.
fn policy(html: &str) -> HeaderValue {
    let hashes = inline::hashes(html);
    let list = |hashes: &[String]| {
        hashes.iter().map(|hash| format!(" 'sha256-{hash}'")).collect::<String>()
    };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'{}; \
         img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; \
         frame-ancestors 'none'; form-action 'self'",
        list(&hashes.scripts),
        list(&hashes.styles),
    );
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// What is shown while there is no storefront.
pub fn missing() -> Response {
    let page = "<!doctype html><html lang=\"en\"><title>Vitrine</title>\
        <h1>The storefront is not built</h1>\
        <p>The backend is running. Build the storefront with <code>cargo xtask serve</code> \
        (or <code>trunk build</code>), or point <code>VITRINE_STOREFRONT</code> to a built one.</p>";
    (StatusCode::SERVICE_UNAVAILABLE, [REVALIDATE], Html(page)).into_response()
}
