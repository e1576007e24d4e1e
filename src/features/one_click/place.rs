use leptos::prelude::*;
use vitrine_contract::{Money, ProductId, VariantId};

use super::missing::{Missing, size};
use crate::features::bundles::Bundles;
use crate::features::sign_in_link::sign_in_href;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::{effect, memo};
use crate::routes::Part;
use crate::state::{PurchaseStatus, SessionState, SessionStatus, one_click_place};
use crate::ui::{Button, ButtonKind, Glyph};

/// What one click would buy.
#[derive(Clone)]
pub struct Wanted {
    /// The product, for “bought before”.
    pub product: ProductId,
    /// The variant that is bought.
    pub variant: VariantId,
    /// What one piece costs.
    pub unit_price: Money,
    /// Whether a piece is left.
    pub in_stock: bool,
    /// For a tile: one button and one line.
    pub compact: bool,
    /// What is known about its purchase.
    pub status: Memo<PurchaseStatus>,
}

/// What the place shows without any offer having been made.
#[derive(Clone, Copy, PartialEq)]
enum Shopper {
    /// Nothing is known about the shopper yet.
    Unknown,
    /// The shop does not answer.
    Unreachable,
    /// Not signed in, and nothing is being bought.
    Guest,
    /// There is an offer to be made.
    Known,
}

/// The place of one-click buying. A guest is led to the sign-in; whoever is known has
/// the offer made by a bundle of its own, which guests need not load.
#[component]
pub fn OneClick(
    /// The product, for “bought before”.
    product: ProductId,
    /// The variant that is bought.
    variant: VariantId,
    /// What one piece costs.
    unit_price: Money,
    /// Whether a piece is left.
    in_stock: bool,
    /// For a tile: one button and one line.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let l = use_locale();
    let (session, bundles) = (SessionState::expect(), Bundles::expect());
    let place = one_click_place(&variant);
    let status = {
        let place = place.clone();
        memo(move || bundles.purchase(&place))
    };
    let wanted = Wanted { product, variant, unit_price, in_stock, compact, status };
    let shopper = memo(move || match session.status() {
        SessionStatus::Loading => Shopper::Unknown,
        SessionStatus::Failed(_) => Shopper::Unreachable,
        SessionStatus::Ready(session) => {
            let is_idle = status.with(|status| matches!(status, PurchaseStatus::Idle));
            if session.shopper.is_none() && is_idle { Shopper::Guest } else { Shopper::Known }
        }
    });
    effect(move || {
        if shopper.get() == Shopper::Known {
            untrack(|| bundles.load(Part::Buy));
        }
    });
    let content = move || match shopper.get() {
        Shopper::Unknown => checking(l, compact),
        Shopper::Unreachable => unreachable(l, compact, move || session.reload()),
        Shopper::Guest => guest(l, in_stock, compact),
        Shopper::Known => match bundles.offer(wanted.clone()) {
            Some(offer) => offer,
            None if bundles.has_failed(Part::Buy) => {
                unreachable(l, compact, move || bundles.load(Part::Buy))
            }
            None => checking(l, compact),
        },
    };
    view! {
        // No landmark: a page has one of these on every tile.
        <div
            role="group"
            class=if compact { "one-click one-click--compact" } else { "one-click" }
            aria-label=strings::one_click::name(l)
        >
            {content}
            <div class="one-click__news" role="status">
                {move || bundles.trouble(status.get(), place.clone())}
            </div>
        </div>
    }
}

fn checking(l: Locale, compact: bool) -> AnyView {
    let text = if compact {
        strings::one_click::checking_compact(l)
    } else {
        strings::one_click::checking(l)
    };
    view! {
        <Button size=size(compact) wide=true disabled=true>
            {text}
        </Button>
        <p class="one-click__missing">"\u{a0}"</p>
    }
    .into_any()
}

/// The shop does not answer, or makes no sense.
pub(super) fn unreachable(
    l: Locale,
    compact: bool,
    retry: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let size = size(compact);
    view! {
        <Button kind=ButtonKind::Secondary size wide=true on_press=move |()| retry()>
            {strings::one_click::retry(l)}
        </Button>
        <p class="one-click__missing">{strings::one_click::unreachable(l)}</p>
    }
    .into_any()
}

fn guest(l: Locale, in_stock: bool, compact: bool) -> AnyView {
    use strings::one_click as t;
    let missing = if in_stock {
        Missing {
            icon: Glyph::Person,
            href: Some(sign_in_href()),
            text: if compact { t::sign_in_compact(l) } else { t::sign_in(l) }.to_owned(),
            why: t::why_sign_in(l).to_owned(),
            short: t::short_sign_in(l),
        }
    } else {
        Missing {
            icon: Glyph::Info,
            href: None,
            text: t::out_of_stock(l).to_owned(),
            why: t::why_out_of_stock(l).to_owned(),
            short: t::out_of_stock(l),
        }
    };
    missing.view(compact)
}
