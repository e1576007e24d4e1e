use vitrine_contract::{Currency, Money};

use super::query::ListQuery;
use crate::format;
use crate::i18n::{Locale, strings};
use crate::ui::chip_link;
use crate::ui::markup::{Markup, html};

/// What is filtered away now, each with a way to take it back.
pub fn active_filters(l: Locale, query: &ListQuery) -> Markup {
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
    html! {
        @if !chips.is_empty() {
            div.chips.product-list__active {
                @for (label, without) in &chips {
                    @let name = strings::catalog::remove_filter(l, label);
                    (chip_link(&without.href(), label, false, Some(&name)))
                }
            }
        }
    }
}
