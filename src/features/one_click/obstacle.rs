use leptos::prelude::*;
use vitrine_contract::VariantId;
use vitrine_pricing::one_click::Obstacle;

use super::missing::Missing;
use super::offer::Offer;
use crate::features::checkout::buy_href;
use crate::features::sign_in_link::sign_in_href;
use crate::format::money;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::Glyph;

/// What is missing for one click, and the way there.
#[component]
pub(super) fn ObstacleLink(offer: Offer, variant: VariantId, compact: bool) -> impl IntoView {
    let l = use_locale();
    let obstacle = offer.obstacle.unwrap_or(Obstacle::OutOfStock);
    let (text, why) = words(l, &offer, obstacle, compact);
    let me = |part: &str| format!("{}#{part}", Route::Me.href());
    let href = match obstacle {
        Obstacle::OutOfStock => None,
        Obstacle::SignIn => Some(sign_in_href()),
        Obstacle::Address => Some(me("addresses")),
        Obstacle::PaymentMethod => Some(me("payment")),
        Obstacle::OverLimit | Obstacle::FirstPurchase => Some(buy_href(&variant, 1)),
    };
    let icon = match obstacle {
        Obstacle::OutOfStock => Glyph::Info,
        Obstacle::SignIn => Glyph::Person,
        Obstacle::Address => Glyph::Pin,
        Obstacle::PaymentMethod => Glyph::Card,
        Obstacle::OverLimit | Obstacle::FirstPurchase => Glyph::Bolt,
    };
    Missing { icon, href, text, why, short: short(l, obstacle) }.view(compact)
}

/// Why, in a tile's one line.
fn short(l: Locale, obstacle: Obstacle) -> &'static str {
    use strings::one_click as t;
    match obstacle {
        Obstacle::OutOfStock => t::out_of_stock(l),
        Obstacle::SignIn => t::short_sign_in(l),
        Obstacle::Address => t::short_address(l),
        Obstacle::PaymentMethod => t::short_payment_method(l),
        Obstacle::OverLimit => t::short_over_limit(l),
        Obstacle::FirstPurchase => t::short_first_purchase(l),
    }
}

/// What the button says, and why.
fn words(l: Locale, offer: &Offer, obstacle: Obstacle, compact: bool) -> (String, String) {
    use strings::one_click as t;
    let total = money(l, offer.total);
    let pick = |full: &str, short: &str| if compact { short } else { full }.to_owned();
    match obstacle {
        Obstacle::OutOfStock => (t::out_of_stock(l).into(), t::why_out_of_stock(l).into()),
        Obstacle::SignIn => (pick(t::sign_in(l), t::sign_in_compact(l)), t::why_sign_in(l).into()),
        Obstacle::Address => (pick(t::address(l), t::address_compact(l)), t::why_address(l).into()),
        Obstacle::PaymentMethod => (
            pick(t::payment_method(l), t::payment_method_compact(l)),
            t::why_payment_method(l).into(),
        ),
        Obstacle::OverLimit => {
            let limit = offer.limit.map_or_else(String::new, |limit| money(l, limit));
            (checkout(l, &total, compact), t::why_over_limit(l, &limit, &total))
        }
        Obstacle::FirstPurchase => {
            (checkout(l, &total, compact), t::why_first_purchase(l, &money(l, offer.threshold)))
        }
    }
}

fn checkout(l: Locale, total: &str, compact: bool) -> String {
    if compact {
        strings::one_click::to_checkout_compact(l, total)
    } else {
        strings::one_click::to_checkout(l, total)
    }
}
