use leptos::prelude::*;

use super::form::{Draft, Way};
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::memo;
use crate::state::Stored;
use crate::ui::{RadioCard, RadioGroup};

/// How it is paid.
#[component]
pub(super) fn PaymentPart(draft: Stored<Draft>, ways: Memo<Vec<Way>>) -> impl IntoView {
    let l = use_locale();
    let chosen = memo(move || ways.with(|ways| draft.with(|draft| draft.way(ways).cloned())));
    let cards = move || {
        let card = |way: Way| {
            let (title, text) = words(l, &way);
            let (value, chosen_value) = (way.value(), way.value());
            let checked = Signal::derive(move || chosen.with(|c| c.as_ref() == Some(&way)));
            view! {
                <RadioCard
                    name="payment"
                    value
                    title
                    checked
                    on_select=move |()| {
                        draft.update(|draft| draft.payment = Some(chosen_value.clone()));
                    }
                >
                    {text}
                </RadioCard>
            }
        };
        ways.get().into_iter().map(card).collect_view()
    };
    view! {
        <section class="checkout__section" aria-labelledby="payment-title">
            <h2 class="checkout__heading" id="payment-title">
                {strings::checkout::payment_section(l)}
            </h2>
            <RadioGroup legend=strings::checkout::payment_section(l) quiet_legend=true>
                {cards}
            </RadioGroup>
        </section>
    }
}

fn words(l: Locale, way: &Way) -> (String, &'static str) {
    use strings::checkout as t;
    match way {
        Way::Cash => (t::cash(l).to_owned(), t::cash_text(l)),
        Way::Method(_, label) => (t::card(l, label), t::saved_card(l)),
        Way::TestCard(0) => (t::card(l, "•••• 4242"), t::test_card(l)),
        Way::TestCard(1) => (t::card(l, "•••• 0002"), t::test_card_declined(l)),
        Way::TestCard(_) => (t::card(l, "•••• 0044"), t::test_card_silent(l)),
    }
}
