//! The one address of a page among all that show it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use vitrine::routes::{Page, Route};
use vitrine_i18n::Locale;

use crate::storefront::origin::Origin;

/// What no path and no query may hold as it is.
const UNSAFE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'\\');

/// A route's address, fit for headers and for other software.
pub fn href(route: &Route) -> String {
    utf8_percent_encode(&route.href(), UNSAFE).to_string()
}

/// Whether search engines shall know a page: a public one, but not what a search finds.
pub fn is_indexed(page: &Page, query: &str) -> bool {
    match page {
        Page::Home | Page::Category(_) | Page::Product(_) => true,
        Page::Search => parameter(query, "q").is_none_or(|q| q.trim().is_empty()),
        _ => false,
    }
}

/// Where a page stands.
pub struct Place<'a> {
    /// The language in which it is written.
    pub locale: Locale,
    /// Without filters, order, chosen variant and whatever others hang on.
    pub route: Route,
    origin: &'a Origin,
    /// The language that its address asks for.
    lang: Option<Locale>,
}

impl<'a> Place<'a> {
    /// Of a page at an address with this query; `None` for one that nobody shall find.
    pub fn of(page: &Page, query: &str, locale: Locale, origin: &'a Origin) -> Option<Self> {
        if !is_indexed(page, query) {
            return None;
        }
        let route = match page {
            Page::Home => Route::Home,
            Page::Category(slug) => Route::Category(slug.clone()),
            Page::Product(slug) => Route::product(slug),
            Page::Search => Route::Search(String::new()),
            _ => return None,
        };
        let lang = parameter(query, "lang").as_deref().and_then(Locale::parse);
        Some(Self { locale, route, origin, lang })
    }

    /// The page's own address, in the language of the one that was asked for. Without
    /// one it is the address that chooses by the visitor.
    pub fn canonical(&self) -> String {
        self.url(&self.route)
    }

    /// The page in a language, or the address that chooses one.
    pub fn alternate(&self, lang: Option<Locale>) -> String {
        self.origin.url(&in_language(&href(&self.route), lang))
    }

    /// Another place in the shop, in the language of this address.
    pub fn url(&self, route: &Route) -> String {
        self.origin.url(&in_language(&href(route), self.lang))
    }

    /// Of a file of the shop.
    pub fn file(&self, path: &str) -> String {
        self.origin.url(path)
    }

    /// Where to search; `{search_term_string}` stands for the words.
    pub fn search(&self) -> String {
        self.origin.url(&in_language("/search?q={search_term_string}", self.lang))
    }
}

fn in_language(path: &str, lang: Option<Locale>) -> String {
    match lang {
        Some(lang) => {
            let sign = if path.contains('?') { '&' } else { '?' };
            format!("{path}{sign}lang={}", lang.tag())
        }
        None => path.to_owned(),
    }
}

/// A parameter's first value.
pub fn parameter(query: &str, name: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(path: &str) -> Option<String> {
        let origin = Origin::parse("https://shop.example").unwrap();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let place = Place::of(&Page::of(path), query, Locale::En, &origin)?;
        Some(place.canonical())
    }

    #[test]
    fn what_shows_the_same_has_one_address() {
        for (path, expected) in [
            ("/?utm_source=x", "https://shop.example/"),
            ("/p/laptop/?v=1&rating=5", "https://shop.example/p/laptop"),
            ("/p/laptop?lang=zh-TW&v=1", "https://shop.example/p/laptop?lang=zh-Hant"),
            ("/p/laptop?lang=klingon", "https://shop.example/p/laptop"),
            ("/c/plants?sort=newest&in_stock=true", "https://shop.example/c/plants"),
            ("/search?sort=newest&q=+", "https://shop.example/search"),
            ("/p/\u{8336}", "https://shop.example/p/%E8%8C%B6"),
        ] {
            assert_eq!(canonical(path).as_deref(), Some(expected), "{path}");
        }
    }

    #[test]
    fn what_nobody_shall_find_has_none() {
        for path in ["/search?q=tea", "/cart", "/orders/1", "/nothing"] {
            assert_eq!(canonical(path), None, "{path}");
        }
    }
}
