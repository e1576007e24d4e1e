use leptos::prelude::*;

use crate::i18n::strings;
use crate::reactive::effect;
use crate::routes::{Page, Route};
use crate::state::{CHECKOUT, Preferences, Purchases, Toasts};

/// Tells of purchases that another page has begun, and this one has finished:
/// after a reload, or when the network is back. Needs the purchases.
pub fn tell_of_finished_purchases() {
    let purchases = Purchases::expect();
    let toasts = Toasts::expect();
    let preferences = Preferences::expect();
    effect(move || {
        for order in purchases.take_unannounced() {
            let path = window().location().pathname().unwrap_or_default();
            // The checkout leads to its order by itself.
            if order.place == CHECKOUT && Page::of(&path) == Page::Checkout {
                continue;
            }
            let l = untrack(|| preferences.locale());
            let href = Route::Order { id: order.order, key: order.guest_key }.href();
            let text = strings::one_click::finished(l, &order.number);
            toasts.show_link(text, strings::one_click::view_order(l), href);
        }
    });
}
