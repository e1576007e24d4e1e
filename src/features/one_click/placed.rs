use std::time::Duration;

use leptos::prelude::*;

use crate::format::{count, money};
use crate::i18n::{strings, use_locale};
use crate::reactive::{effect, memo};
use crate::routes::Route;
use crate::state::{Purchases, ServerClock, Settled, Undo};
use crate::ui::{Button, ButtonKind, ButtonSize, Glyph, Icon, LinkButton};

/// A second click of a double click must not undo what the first one bought.
const SETTLING: Duration = Duration::from_millis(800);

/// The order that a click has placed, with its undo.
#[component]
pub fn PlacedView(settled: Settled, compact: bool) -> impl IntoView {
    let l = use_locale();
    let purchases = Purchases::expect();
    let clock = ServerClock::expect();
    let left = RwSignal::new(None::<u32>);
    let calm = RwSignal::new(false);
    let panel = NodeRef::<leptos::html::Div>::new();
    let until = settled.undo_until.clone();
    // The clock is the world outside.
    effect(move || {
        let Some(until) = until.clone() else { return left.set(Some(0)) };
        let tick = move || {
            left.try_set(Some(clock.seconds_until(&until)));
        };
        tick();
        let ticking = set_interval_with_handle(tick, Duration::from_secs(1)).ok();
        let settling = set_timeout_with_handle(
            move || {
                calm.try_set(true);
            },
            SETTLING,
        )
        .ok();
        on_cleanup(move || {
            ticking.inspect(|t| t.clear());
            settling.inspect(|t| t.clear());
        });
    });
    // The button that was pressed is gone; whoever works by keyboard stays here.
    effect(move || {
        if let Some(panel) = panel.get()
            && document().active_element().is_none_or(|e| e.tag_name() == "BODY")
        {
            let options = leptos::web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = panel.focus_with_options(&options);
        }
    });
    let place = settled.place.clone();
    let again = move |()| purchases.clear(&place);
    let order = Route::Order { id: settled.order.clone(), key: settled.guest_key.clone() }.href();
    let size = if compact { ButtonSize::Small } else { ButtonSize::Medium };
    let stored = StoredValue::new(settled.clone());
    let failed = move || stored.with_value(|settled| purchases.undo_failed(settled));
    let asked = matches!(settled.undo, Undo::Asked { .. });
    let words = {
        let too_late = settled.undo == Undo::TooLate;
        move || match left.get() {
            _ if too_late => strings::one_click::undo_too_late(l).to_owned(),
            _ if asked && failed() => strings::one_click::undo_failed(l).to_owned(),
            _ if asked => strings::one_click::undoing(l).to_owned(),
            Some(0) | None => String::new(),
            Some(n) => strings::one_click::undo_left(l, &count(l, u64::from(n))),
        }
    };
    let can_undo = {
        let open = matches!(settled.undo, Undo::No | Undo::Asked { .. });
        memo(move || open && (asked || left.get() != Some(0)))
    };
    let headline = if compact {
        strings::one_click::placed(l).to_owned()
    } else {
        strings::one_click::placed_total(l, &money(l, settled.total))
    };
    view! {
        <div class="order-placed" tabindex="-1" node_ref=panel>
            <p class="order-placed__title" role="status">
                <Icon glyph=Glyph::Check />
                {headline}
            </p>
            // Ticks are for the eye; the headline was read out.
            <p class="order-placed__text">{words}</p>
            <div class="order-placed__undo">
                {move || {
                    if can_undo.get() {
                        view! {
                            <Button
                                size
                                icon=Glyph::Undo
                                busy=Signal::derive(move || asked && !failed())
                                disabled=Signal::derive(move || !calm.get())
                                on_press=move |()| stored.with_value(|s| purchases.undo(s))
                            >
                                {strings::one_click::undo(l)}
                            </Button>
                        }
                            .into_any()
                    } else {
                        view! {
                            <Button kind=ButtonKind::Quiet size on_press=again.clone()>
                                {strings::one_click::buy_again(l)}
                            </Button>
                        }
                            .into_any()
                    }
                }}
                <LinkButton href=order kind=ButtonKind::Quiet size>
                    {strings::one_click::view_order(l)}
                </LinkButton>
            </div>
        </div>
    }
}
