use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::{Page, Route};
use crate::state::Cart;
use crate::ui::{Glyph, TabBarItem};

/// A place of the main navigation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Home,
    Browse,
    Cart,
    Orders,
    Me,
}

impl Place {
    /// Where a page belongs.
    fn of(page: &Page) -> Option<Self> {
        match page {
            Page::Home => Some(Self::Home),
            Page::Category(_) | Page::Search | Page::Product(_) => Some(Self::Browse),
            Page::Cart | Page::Checkout => Some(Self::Cart),
            Page::Orders | Page::Order(_) | Page::Review(..) => Some(Self::Orders),
            Page::Me | Page::SignIn => Some(Self::Me),
            Page::DemoInbox | Page::NotFound => None,
            #[cfg(debug_assertions)]
            Page::Gallery(_) => None,
        }
    }

    fn link(self, l: Locale) -> (Route, &'static str, Glyph) {
        match self {
            Self::Home => (Route::Home, strings::shell::home(l), Glyph::Home),
            Self::Browse => {
                (Route::Search(String::new()), strings::shell::categories(l), Glyph::Categories)
            }
            Self::Cart => (Route::Cart, strings::shell::cart(l), Glyph::Cart),
            Self::Orders => (Route::Orders, strings::shell::orders(l), Glyph::Orders),
            Self::Me => (Route::Me, strings::shell::me(l), Glyph::Person),
        }
    }
}

/// What is in the bar at the foot of a phone.
#[component]
pub fn TabBar() -> impl IntoView {
    links(&[Place::Home, Place::Browse, Place::Cart, Place::Orders, Place::Me], false)
}

/// The links of a desk's top bar.
#[component]
pub fn TopNavigation() -> impl IntoView {
    let l = use_locale();
    view! {
        <nav class="top-bar__nav" aria-label=strings::shell::main_navigation(l)>
            {links(&[Place::Browse, Place::Cart, Place::Orders, Place::Me], true)}
        </nav>
    }
}

fn links(places: &[Place], top: bool) -> impl IntoView + use<> {
    let l = use_locale();
    let cart = Cart::expect();
    let location = use_location();
    let here = Memo::new(move |_| location.pathname.with(|path| Place::of(&Page::of(path))));
    places
        .iter()
        .map(|&place| {
            let (route, label, glyph) = place.link(l);
            let badge = Signal::derive(move || {
                let count = if place == Place::Cart { cart.count() } else { 0 };
                (count > 0).then(|| format::number(l, u64::from(count)))
            });
            let current = Signal::derive(move || here.get() == Some(place));
            view! { <TabBarItem href=route.href() label glyph current badge top /> }
        })
        .collect_view()
}
