use leptos::prelude::*;
use vitrine_contract::{Currency, Money};

use super::query::ListQuery;
use crate::format;
use crate::i18n::{strings, use_locale};
use crate::ui::ChipLink;

/// What is filtered away now, each with a way to take it back.
#[component]
pub fn ActiveFilters(query: ListQuery) -> impl IntoView {
    let l = use_locale();
    let show = |minor: u64| {
        format::money(l, Money::new(i64::try_from(minor).unwrap_or(i64::MAX), Currency::CNY))
    };
    let mut chips = Vec::new();
    if query.in_stock {
        let without = ListQuery { in_stock: false, ..query.clone() };
        chips.push((strings::catalog::in_stock_only(l).to_owned(), without));
    }
    if let Some(min) = query.price_min {
        let without = ListQuery { price_min: None, ..query.clone() };
        chips.push((strings::catalog::at_least(l, &show(min)), without));
    }
    if let Some(max) = query.price_max {
        let without = ListQuery { price_max: None, ..query.clone() };
        chips.push((strings::catalog::at_most(l, &show(max)), without));
    }
    (!chips.is_empty()).then(|| {
        let chips = chips
            .into_iter()
            .map(|(label, without)| {
                let name = strings::catalog::remove_filter(l, &label);
                view! {
                    <ChipLink href=without.href() label removes=true attr:aria-label=name />
                }
            })
            .collect_view();
        view! { <div class="chips product-list__active">{chips}</div> }
    })
}
