//! The shop's addresses. A link is made from a [`Route`], never from text.

mod part;

pub use part::{Part, WindowPage};

use vitrine_contract::{OrderId, OrderLineId};

use crate::api::query;

/// A place in the shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/c/{slug}`
    Category(String),
    /// `/search?q=…`
    Search(String),
    /// `/p/{slug}`, with `?v=<variant>` when one was chosen.
    Product {
        /// The product's name in URLs.
        slug: String,
        /// The chosen variant's id.
        variant: Option<String>,
    },
    /// `/sign-in?next=…`: where to go afterwards.
    SignIn {
        /// Path and query of this shop; anything else is ignored.
        next: Option<String>,
    },
    /// `/me`: addresses, means of payment, settings.
    Me,
    /// `/cart`
    Cart,
    /// `/checkout`
    Checkout,
    /// `/orders`
    Orders,
    /// `/orders/{id}`; a guest opens it with the order's key.
    Order {
        /// The order.
        id: OrderId,
        /// The guest's key.
        key: Option<String>,
    },
    /// `/orders/{id}/review/{line}`
    Review {
        /// The order.
        id: OrderId,
        /// Its line.
        line: OrderLineId,
    },
    /// `/demo/inbox`
    DemoInbox,
    /// `/gallery/{family}`: components for designers, in development builds only.
    #[cfg(debug_assertions)]
    Gallery(String),
}

impl Route {
    /// The product without a chosen variant.
    pub fn product(slug: &str) -> Self {
        Self::Product { slug: slug.to_owned(), variant: None }
    }

    /// Path and query.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::Category(slug) => format!("/c/{slug}"),
            Self::Search(q) => {
                query("/search", &[("q", Some(q).filter(|q| !q.is_empty()).map(|q| q.as_str()))])
            }
            Self::Product { slug, variant } => {
                query(&format!("/p/{slug}"), &[("v", variant.as_deref())])
            }
            Self::SignIn { next } => query("/sign-in", &[("next", next.as_deref())]),
            Self::Me => "/me".into(),
            Self::Cart => "/cart".into(),
            Self::Checkout => "/checkout".into(),
            Self::Orders => "/orders".into(),
            Self::Order { id, key } => query(&format!("/orders/{id}"), &[("key", key.as_deref())]),
            Self::Review { id, line } => format!("/orders/{id}/review/{line}"),
            Self::DemoInbox => "/demo/inbox".into(),
            #[cfg(debug_assertions)]
            Self::Gallery(family) => format!("/gallery/{family}"),
        }
    }
}

/// A page of the shop, read from a URL's path. What its query holds is the
/// page's own business, so that a change there does not build the page anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// Shop window.
    Home,
    /// Products of a category.
    Category(String),
    /// Products that match a search.
    Search,
    /// One product.
    Product(String),
    /// Sign-in.
    SignIn,
    /// The shopper's own things.
    Me,
    /// Cart.
    Cart,
    /// Checkout.
    Checkout,
    /// Orders.
    Orders,
    /// One order.
    Order(OrderId),
    /// Review of an order's line.
    Review(OrderId, OrderLineId),
    /// Sign-in codes of the demo.
    DemoInbox,
    /// A family of components; see [`Route::Gallery`].
    #[cfg(debug_assertions)]
    Gallery(String),
    /// No such page.
    NotFound,
}

impl Page {
    /// The page at a path.
    pub fn of(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [] => Self::Home,
            ["c", slug] => Self::Category(slug.to_owned()),
            ["search"] => Self::Search,
            ["p", slug] => Self::Product(slug.to_owned()),
            ["sign-in"] => Self::SignIn,
            ["me"] => Self::Me,
            ["cart"] => Self::Cart,
            ["checkout"] => Self::Checkout,
            ["orders"] => Self::Orders,
            ["orders", id] => Self::Order(id.into()),
            ["orders", id, "review", line] => Self::Review(id.into(), line.into()),
            ["demo", "inbox"] => Self::DemoInbox,
            #[cfg(debug_assertions)]
            ["gallery"] => Self::Gallery(String::new()),
            #[cfg(debug_assertions)]
            ["gallery", family] => Self::Gallery(family.to_owned()),
            _ => Self::NotFound,
        }
    }

    /// Whether a server writes it: it shows nothing personal.
    pub fn is_public(&self) -> bool {
        match self {
            Self::Home | Self::Category(_) | Self::Search | Self::Product(_) => true,
            #[cfg(debug_assertions)]
            Self::Gallery(_) => true,
            _ => false,
        }
    }

    /// What it is in the shop window, if it is there.
    pub fn in_window(&self) -> Option<WindowPage> {
        match self {
            Self::Home => Some(WindowPage::Home),
            Self::Category(_) | Self::Search => Some(WindowPage::Results),
            Self::Product(_) => Some(WindowPage::Product),
            _ => None,
        }
    }

    /// The part of the shop that it belongs to; `None` for what is always at hand.
    pub fn part(&self) -> Option<Part> {
        match self {
            Self::NotFound => None,
            #[cfg(debug_assertions)]
            Self::Gallery(_) => None,
            Self::SignIn | Self::Cart | Self::Checkout => Some(Part::Till),
            Self::Me | Self::Orders | Self::Order(_) | Self::Review(..) | Self::DemoInbox => {
                Some(Part::After)
            }
            Self::Home | Self::Category(_) | Self::Search | Self::Product(_) => {
                self.in_window().map(WindowPage::part)
            }
        }
    }
}

/// `next` of the sign-in page if it is a path of this shop, else home. Keeps a
/// crafted link from leading a signed-in shopper to another site.
pub fn safe_next(next: Option<&str>) -> String {
    match next {
        Some(path)
            if path.starts_with('/')
                && !path.starts_with("//")
                && !path.contains(['\\', '\n', '\r', '\t']) =>
        {
            path.to_owned()
        }
        _ => Route::Home.href(),
    }
}

/// A page's address of its path and its query, which the router gives with or
/// without the question mark.
pub fn address(path: &str, search: &str) -> String {
    match search.trim_start_matches('?') {
        "" => path.to_owned(),
        search => format!("{path}?{search}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_question_mark() {
        assert_eq!(address("/p/laptop", ""), "/p/laptop");
        assert_eq!(address("/p/laptop", "v=1"), "/p/laptop?v=1");
        assert_eq!(address("/p/laptop", "?v=1"), "/p/laptop?v=1");
    }

    #[test]
    fn only_own_paths_are_followed() {
        assert_eq!(safe_next(Some("/cart?x=1")), "/cart?x=1");
        for bad in ["//evil.example", "https://evil.example", "/\\evil.example", "", "/\t/evil"] {
            assert_eq!(safe_next(Some(bad)), "/", "{bad}");
        }
        assert_eq!(safe_next(None), "/");
    }

    #[test]
    fn every_route_leads_to_its_page() {
        let pages = [
            (Route::Home, Page::Home),
            (Route::Category("home".into()), Page::Category("home".into())),
            (Route::Search("x".into()), Page::Search),
            (Route::product("laptop"), Page::Product("laptop".into())),
            (Route::SignIn { next: None }, Page::SignIn),
            (Route::Me, Page::Me),
            (Route::Cart, Page::Cart),
            (Route::Checkout, Page::Checkout),
            (Route::Orders, Page::Orders),
            (Route::Order { id: "o".into(), key: None }, Page::Order("o".into())),
            (
                Route::Review { id: "o".into(), line: "l".into() },
                Page::Review("o".into(), "l".into()),
            ),
            (Route::DemoInbox, Page::DemoInbox),
            #[cfg(debug_assertions)]
            (Route::Gallery("goods".into()), Page::Gallery("goods".into())),
        ];
        for (route, page) in pages {
            let href = route.href();
            let path = href.split('?').next().unwrap_or_default();
            assert_eq!(Page::of(path), page, "{href}");
        }
        assert_eq!(Page::of("/nowhere"), Page::NotFound);
    }

    #[test]
    fn addresses_are_encoded() {
        assert_eq!(Route::Search("a&b=c".into()).href(), "/search?q=a%26b%3Dc");
        assert_eq!(Route::product("laptop").href(), "/p/laptop");
    }
}
