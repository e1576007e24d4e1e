use leptos::prelude::*;
use vitrine_contract::cart::LineRequest;
use vitrine_contract::{FieldError, Money, ProblemCode};

use super::address::AddressPart;
use super::contact::ContactPart;
use super::form::{Draft, ways};
use super::goods::Goods;
use super::outcome::OutcomeView;
use super::payment::PaymentPart;
use crate::api::{self, ApiError};
use crate::features::account::{field_id, go_to_field, scroll_to};
use crate::features::cart::{Totals, use_prices};
use crate::features::load::Load;
use crate::format::money;
use crate::i18n::{strings, use_locale};
use crate::reactive::{effect, memo};
use crate::state::{CHECKOUT, Network, PurchaseStatus, Purchases, SessionState, Stored};
use crate::ui::{Button, ButtonKind, ButtonSize};

/// All that is asked, what it costs in all, and the button that buys.
#[component]
pub(super) fn CheckoutForm(
    guest: bool,
    draft: Stored<Draft>,
    wanted: Signal<Vec<LineRequest>>,
    /// The one variant that is bought instead of the cart.
    single: Memo<Option<LineRequest>>,
    /// The key of the purchase that the page waits for.
    following: RwSignal<Option<String>>,
) -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let network = Network::expect();
    let purchases = Purchases::expect();
    let prices = use_prices(wanted);
    let faults = RwSignal::new(Vec::<FieldError>::new());
    // The total that the shopper agreed to last.
    let agreed = RwSignal::new(None::<Money>);
    let status = memo(move || purchases.status(CHECKOUT));

    let addresses = Load::new(move || (!guest).then(api::addresses::addresses));
    let methods = Load::new(move || (!guest).then(api::payments::payment_methods));
    // Until the lists are here, and if they never come, the session's defaults do.
    let addresses = memo(move || match addresses.answer() {
        Some(Ok(list)) => list.items,
        _ => session.shopper().and_then(|s| s.default_address).into_iter().collect(),
    });
    let ways = memo(move || {
        let methods = match methods.answer() {
            Some(Ok(list)) => list.items,
            _ => session.shopper().and_then(|s| s.default_payment_method).into_iter().collect(),
        };
        ways(&methods, session.shop().is_some_and(|shop| shop.demo))
    });
    let destination = memo(move || {
        let ids: Vec<_> = addresses.with(|all| all.iter().map(|a| a.id.clone()).collect());
        draft.with(|draft| draft.destination(&ids))
    });

    // The answer comes from outside: put its faults at their fields, and ask
    // again for what it says has changed.
    effect(move || {
        let PurchaseStatus::Refused(error) = status.get() else { return };
        let ApiError::Problem(problem) = error else { return };
        // What happened stands beside the totals, perhaps out of sight.
        request_animation_frame(|| scroll_to(".checkout__outcome"));
        match problem.code {
            ProblemCode::InvalidInput => show_faults(faults, problem.fields),
            ProblemCode::PriceChanged | ProblemCode::OutOfStock => prices.refresh(),
            _ => {}
        }
    });

    let in_flight = Signal::derive(move || {
        status.with(|status| {
            matches!(
                status,
                PurchaseStatus::Sending
                    | PurchaseStatus::Waiting
                    | PurchaseStatus::Stopped
                    | PurchaseStatus::SignIn
            )
        })
    });
    let total = memo(move || prices.basket.with(|b| b.quote.as_ref().map(|q| q.total)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(total) = total.get_untracked() else { return };
        if in_flight.get_untracked() || !untrack(|| network.is_online()) {
            return;
        }
        let draft = draft.get_untracked();
        let destination = destination.get_untracked();
        let found = draft.faults(guest, &destination);
        if !found.is_empty() {
            return show_faults(faults, found);
        }
        let ways = ways.get_untracked();
        let Some(way) = draft.way(&ways) else { return };
        let lines = prices.basket.with_untracked(|basket| basket.buyable());
        let order = draft.order(l, guest, &destination, way, lines, total);
        faults.set(Vec::new());
        agreed.set(Some(total));
        let from_cart = single.with_untracked(Option::is_none);
        following.set(Some(purchases.begin(CHECKOUT, &order, from_cart)));
    };
    let label = move || total.get().map(|total| strings::checkout::place(l, &money(l, total)));
    let known = memo(move || total.with(Option::is_some));
    let why_off = move || {
        if !network.is_online() {
            Some(strings::checkout::offline(l).to_owned())
        } else if total.with(Option::is_none) && prices.basket.with(|b| b.is_unknown()) {
            Some(strings::checkout::loading_total(l).to_owned())
        } else {
            None
        }
    };
    let button = move || {
        view! {
            <Button
                kind=ButtonKind::Primary
                size=ButtonSize::Large
                wide=true
                submit=true
                busy=in_flight
                disabled=Signal::derive(move || {
                    !network.is_online() || total.with(Option::is_none)
                })
                note=Signal::derive(why_off)
            >
                // Words that are exchanged as a whole don't move.
                <Show when=move || known.get() fallback=move || strings::checkout::place_unknown(l)>
                    {label}
                </Show>
            </Button>
        }
    };
    view! {
        <form class="checkout" novalidate on:submit=submit>
        <div class="page__columns">
            <div class="checkout__form">
                {guest.then(|| view! { <ContactPart draft faults /> })}
                <AddressPart guest draft addresses destination faults />
                <PaymentPart draft ways />
            </div>
            <div class="checkout__summary panel page__aside">
                <Goods prices single />
                <Totals basket=prices.basket />
                <OutcomeView status agreed total faults />
                {button()}
            </div>
        </div>
        // Within reach of the thumb; on a desk the summary's own button does.
        <div class="checkout__bar action-bar">{button()}</div>
        </form>
    }
}

/// Shows faults at their fields and goes to the first one.
fn show_faults(faults: RwSignal<Vec<FieldError>>, found: Vec<FieldError>) {
    let first = found.first().map(|fault| field_id(&fault.path));
    faults.set(found);
    if let Some(id) = first {
        // The field may have to be rendered first.
        request_animation_frame(move || go_to_field(&id));
    }
}
