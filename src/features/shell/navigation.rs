use leptos::prelude::*;
use leptos_router::hooks::use_location;
use web_sys::Element;

use crate::format;
use crate::i18n::{Locale, strings};
use crate::reactive::effect;
use crate::routes::{Page, Route};
use crate::state::Cart;
use crate::ui::markup::{Markup, html};
use crate::ui::{Glyph, TabBarState, tab_bar_item};

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

/// A bar of the main navigation.
#[derive(Clone, Copy)]
pub struct Bar {
    places: &'static [Place],
    top: bool,
}

/// The bar at the foot of a phone.
pub const PHONE: Bar = Bar {
    places: &[Place::Home, Place::Browse, Place::Cart, Place::Orders, Place::Me],
    top: false,
};

/// The links of a desk's top bar.
pub const DESK: Bar =
    Bar { places: &[Place::Browse, Place::Cart, Place::Orders, Place::Me], top: true };

impl Bar {
    /// What is in it.
    pub fn text(self, l: Locale) -> Markup {
        let here = use_location().pathname.with_untracked(|path| Place::of(&Page::of(path)));
        html! {
            @for place in self.places {
                @let (route, label, glyph) = place.link(l);
                @let state = TabBarState { current: here == Some(*place), badge: None, top: self.top };
                (tab_bar_item(&route.href(), label, glyph, &state))
            }
        }
    }

    /// Shows in it where the shopper is, and how much is in the cart.
    pub fn follow(self, l: Locale, bar: &Element) {
        let links = bar.children();
        let (cart, location) = (Cart::expect(), use_location());
        let mut shown = Vec::new();
        effect(move || {
            let here = location.pathname.with(|path| Place::of(&Page::of(path)));
            let count = cart.count();
            let states = self.places.iter().map(|place| {
                let in_cart = *place == Place::Cart && count > 0;
                let badge = in_cart.then(|| format::number(l, u64::from(count)));
                TabBarState { current: here == Some(*place), badge, top: self.top }
            });
            let states: Vec<_> = states.collect();
            for (at, state) in states.iter().enumerate() {
                // What is written anew is laid out anew, while the next page waits.
                if shown.get(at) != Some(state)
                    && let Some(link) = links.item(at as u32)
                {
                    state.show(&link);
                }
            }
            shown = states;
        });
    }
}
