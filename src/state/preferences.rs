use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vitrine_i18n::Locale;

use super::Stored;
use crate::browser;

/// Light, dark, or what the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Its name as a choice.
    pub fn name(self) -> &'static str {
        self.attribute().unwrap_or("system")
    }

    /// The one that a choice names.
    pub fn named(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// Value of `data-theme` on the document; `None` leaves it to the system.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// Language and theme, as the shopper chose them.
#[derive(Clone, Copy)]
pub struct Preferences {
    locale: RwSignal<Locale>,
    stored_locale: Stored<String>,
    /// Light or dark.
    pub theme: Stored<Theme>,
}

impl Preferences {
    /// Makes the preferences known to everything below.
    pub fn provide() -> Self {
        let preferences = Self {
            locale: RwSignal::new(first_language()),
            stored_locale: Stored::new("vitrine.locale", String::new()),
            theme: Stored::new("vitrine.theme", Theme::default()),
        };
        provide_context(preferences);
        preferences
    }

    /// The preferences of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The language, tracked.
    pub fn locale(&self) -> Locale {
        self.locale.get()
    }

    /// Changes the language, for this and later visits, to the one with this tag if there is
    /// one.
    pub fn choose_language(&self, tag: &str) {
        let Some(locale) = Locale::parse(tag) else { return };
        self.stored_locale.set(locale.tag().to_owned());
        browser::remember_language(locale.tag());
        self.locale.set(locale);
    }
}

/// What a server's request says about the language; put into context by whoever
/// renders on a server. `chosen` comes from the URL or a cookie.
#[derive(Clone, Debug, Default)]
pub struct RequestLanguage {
    /// An explicit choice, BCP 47.
    pub chosen: Option<String>,
    /// The `Accept-Language` header.
    pub accept: String,
}

/// The language of the first rendering. Server: URL or cookie, then
/// `Accept-Language`. Browser: `<html lang>`, which the server's HTML carries
/// and which, without one, the boot snippet of `index.html` sets from URL,
/// stored choice and the browser's languages before anything is painted.
pub fn first_language() -> Locale {
    #[cfg(target_arch = "wasm32")]
    {
        document()
            .document_element()
            .and_then(|html| html.get_attribute("lang"))
            .and_then(|lang| Locale::parse(&lang))
            .unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let request = use_context::<RequestLanguage>().unwrap_or_default();
        request
            .chosen
            .as_deref()
            .and_then(Locale::parse)
            .unwrap_or_else(|| Locale::negotiate(&request.accept))
    }
}
