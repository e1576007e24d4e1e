use leptos::prelude::*;
use vitrine_contract::VariantId;

use super::missing::size;
use super::offer::Offer;
use crate::features::bundles::Bundles;
use crate::format::money;
use crate::i18n::{Locale, strings, use_locale};
use crate::state::{Network, PurchaseStatus, one_click_place};
use crate::ui::{Button, ButtonKind, Glyph, Icon};

/// The button that buys, and what it will do.
#[component]
pub(super) fn BuyButton(
    offer: Offer,
    variant: VariantId,
    status: Memo<PurchaseStatus>,
    compact: bool,
) -> impl IntoView {
    let l = use_locale();
    let network = Network::expect();
    let bundles = Bundles::expect();
    let order = offer.order(l, &variant);
    let place = one_click_place(&variant);
    let buy = move |()| {
        if let Some(order) = order.clone() {
            bundles.buy(&place, order);
        }
    };
    let busy = move || {
        status.with(|s| {
            matches!(
                s,
                PurchaseStatus::Sending
                    | PurchaseStatus::Waiting
                    | PurchaseStatus::Stopped
                    | PurchaseStatus::SignIn
            )
        })
    };
    let offline = move || (!network.is_online()).then(|| strings::one_click::offline(l).to_owned());
    let total = money(l, offer.total);
    let label = if compact {
        strings::one_click::buy_compact(l, &total)
    } else {
        strings::one_click::buy(l, &total)
    };
    view! {
        <Button
            kind=ButtonKind::Primary
            size=size(compact)
            wide=true
            icon=Glyph::Bolt
            busy=Signal::derive(busy)
            disabled=Signal::derive(move || !network.is_online())
            note=Signal::derive(move || if compact { None } else { offline() })
            on_press=buy
        >
            {label}
        </Button>
        {if compact { line(l, &offer).into_any() } else { facts(l, &offer).into_any() }}
    }
}

/// Where it goes and how it is paid, in a tile's one line.
fn line(l: Locale, offer: &Offer) -> impl IntoView + use<> {
    let text = format!("{} · {}", offer.to, offer.paid_with);
    let whole = text.clone();
    view! {
        <p class="one-click__line" title=whole>
            <span class="visually-hidden">{strings::one_click::to(l)} " "</span>
            {text}
        </p>
    }
}

/// The same in full.
fn facts(l: Locale, offer: &Offer) -> impl IntoView + use<> {
    let total = money(l, offer.total);
    let total = if offer.delivery.amount() == 0 {
        strings::one_click::free_delivery(l, &total)
    } else {
        strings::one_click::with_delivery(l, &money(l, offer.delivery), &total)
    };
    let fact = |glyph: Glyph, name: &'static str, value: String| {
        view! {
            <div>
                <dt>
                    <Icon glyph />
                    <span class="visually-hidden">{name}</span>
                </dt>
                <dd>{value}</dd>
            </div>
        }
    };
    view! {
        <dl class="one-click__terms">
            {fact(Glyph::Pin, strings::one_click::to(l), offer.to.clone())}
            {fact(Glyph::Card, strings::one_click::paid_with(l), offer.paid_with.clone())}
            {fact(Glyph::Parcel, strings::one_click::total(l), total)}
        </dl>
    }
}
