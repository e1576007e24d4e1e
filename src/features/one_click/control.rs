use leptos::prelude::*;
use vitrine_contract::{Money, ProductId, VariantId};

use super::button::BuyButton;
use super::obstacle::ObstacleLink;
use super::offer::Offer;
use crate::features::bundles::Bundles;
use crate::i18n::{strings, use_locale};
use crate::state::{PurchaseStatus, SessionState, SessionStatus, Settled, Undo, one_click_place};
use crate::ui::{Button, ButtonKind, ButtonSize};

/// What the place of the button shows.
#[derive(Clone, PartialEq)]
enum Phase {
    /// Nothing is known about the shopper yet.
    Unknown,
    /// The shop does not answer.
    Unreachable,
    /// One click buys, or is buying.
    Offered(Offer),
    /// Something is missing.
    Blocked(Offer),
    /// It was bought.
    Placed(Settled),
}

/// Buys a variant with one click, or says what is missing and leads there.
/// Address, payment and total stand beside the button before the click; after
/// it, the order can be undone in its place.
#[component]
pub fn OneClick(
    /// The product, for “bought before”.
    product: ProductId,
    /// The variant that is bought.
    variant: VariantId,
    /// What one piece costs.
    #[prop(into)]
    unit_price: Signal<Money>,
    /// Whether a piece is left.
    #[prop(into)]
    in_stock: Signal<bool>,
    /// For a tile: one button and one line.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let bundles = Bundles::expect();
    let place = one_click_place(&variant);
    let status = {
        let place = place.clone();
        Memo::new(move |_| bundles.purchase(&place))
    };
    let phase = Memo::new(move |_| {
        let placed = status.with(|status| match status {
            PurchaseStatus::Placed(settled) if settled.undo != Undo::Done => Some(settled.clone()),
            _ => None,
        });
        if let Some(settled) = placed {
            return Phase::Placed(settled);
        }
        let under_way = status.with(|status| {
            !matches!(
                status,
                PurchaseStatus::Idle | PurchaseStatus::Refused(_) | PurchaseStatus::Placed(_)
            )
        });
        match session.status() {
            SessionStatus::Loading => Phase::Unknown,
            SessionStatus::Failed(_) => Phase::Unreachable,
            SessionStatus::Ready(session) => {
                match Offer::new(&session, &product, unit_price.get(), in_stock.get()) {
                    Ok(offer) if under_way || offer.obstacle.is_none() => Phase::Offered(offer),
                    Ok(offer) => Phase::Blocked(offer),
                    // Amounts that don't go together: the shop is misconfigured.
                    Err(_) => Phase::Unreachable,
                }
            }
        }
    });
    let stored_place = StoredValue::new(place);
    let size = if compact { ButtonSize::Small } else { ButtonSize::Large };
    let content = move || match phase.get() {
        Phase::Unknown => view! {
            <Button size wide=true disabled=true>
                {if compact {
                    strings::one_click::checking_compact(l)
                } else {
                    strings::one_click::checking(l)
                }}
            </Button>
            <p class="one-click__missing">"\u{a0}"</p>
        }
        .into_any(),
        Phase::Unreachable => view! {
            <Button kind=ButtonKind::Secondary size wide=true on_press=move |()| session.reload()>
                {strings::one_click::retry(l)}
            </Button>
            <p class="one-click__missing">{strings::one_click::unreachable(l)}</p>
        }
        .into_any(),
        Phase::Offered(offer) => {
            view! { <BuyButton offer variant=variant.clone() status compact /> }.into_any()
        }
        Phase::Blocked(offer) => {
            view! { <ObstacleLink offer variant=variant.clone() compact /> }.into_any()
        }
        Phase::Placed(settled) => bundles.placed(settled, compact),
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
                {move || bundles.trouble(status.get(), stored_place.get_value())}
            </div>
        </div>
    }
}
