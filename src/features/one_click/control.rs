use leptos::prelude::*;

use super::button::BuyButton;
use super::obstacle::ObstacleLink;
use super::offer::Offer;
use super::place::{Wanted, unreachable};
use crate::features::bundles::Bundles;
use crate::i18n::use_locale;
use crate::reactive::memo;
use crate::state::{PurchaseStatus, SessionState, SessionStatus, Settled, Undo};

/// What the place of the button shows.
#[derive(Clone, PartialEq)]
enum Phase {
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
pub fn control(wanted: Wanted) -> AnyView {
    let Wanted { product, variant, unit_price, in_stock, compact, status } = wanted;
    let l = use_locale();
    let (session, bundles) = (SessionState::expect(), Bundles::expect());
    let phase = memo(move || {
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
        let SessionStatus::Ready(session) = session.status() else { return Phase::Unreachable };
        match Offer::new(&session, &product, unit_price, in_stock) {
            Ok(offer) if under_way || offer.obstacle.is_none() => Phase::Offered(offer),
            Ok(offer) => Phase::Blocked(offer),
            // Amounts that don't go together: the shop is misconfigured.
            Err(_) => Phase::Unreachable,
        }
    });
    (move || match phase.get() {
        Phase::Unreachable => unreachable(l, compact, move || session.reload()),
        Phase::Offered(offer) => {
            view! { <BuyButton offer variant=variant.clone() status compact /> }.into_any()
        }
        Phase::Blocked(offer) => {
            view! { <ObstacleLink offer variant=variant.clone() compact /> }.into_any()
        }
        Phase::Placed(settled) => bundles.placed(settled, compact),
    })
    .into_any()
}
