use leptos::prelude::*;
use vitrine_pricing::Money;

use crate::format::{money, money_parts};
use crate::i18n::{Locale, strings, use_locale};

/// How loud a price is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PriceSize {
    /// In rows and totals' lines.
    Small,
    /// On a tile.
    #[default]
    Medium,
    /// On the product's page, and the total to pay.
    Large,
}

impl PriceSize {
    fn class(self) -> &'static str {
        match self {
            Self::Small => "price price--small",
            Self::Medium => "price",
            Self::Large => "price price--large",
        }
    }
}

/// Stands for an amount that is not known yet.
pub const PENDING: &str = "…";

/// An amount with its sign and decimals small; a lawful “before” price struck
/// and quiet, what is saved in the accent.
#[component]
pub fn Price(
    amount: Money,
    #[prop(default = None, into)] before: Option<Money>,
    /// Words for the difference: “Save ¥30”.
    #[prop(default = None, into)]
    saving: Option<String>,
    /// In front, for a product whose variants differ: “from”.
    #[prop(default = None, into)]
    prefix: Option<String>,
    #[prop(optional)] size: PriceSize,
) -> impl IntoView {
    let locale = use_locale();
    let prefix = prefix.map(|words| view! { <span class="price__prefix">{words}</span> });
    let before = before.map(|before| {
        let spoken = strings::ui::price_before(locale, &money(locale, before));
        view! {
            <del class="price__before">
                <span class="visually-hidden">{spoken}</span>
                <span aria-hidden="true">{money(locale, before)}</span>
            </del>
        }
    });
    let saving = saving.map(|words| view! { <span class="price__saving">{words}</span> });
    view! { <span class=size.class()>{prefix} {digits(locale, amount)} {before} {saving}</span> }
}

/// The place of a price that is not known yet, as tall as the price.
#[component]
pub fn PendingPrice(#[prop(optional)] size: PriceSize) -> impl IntoView {
    view! {
        <span class=size.class()>
            <span class="price__amount">{PENDING}</span>
        </span>
    }
}

/// The amount: whole for ears, in pieces for eyes.
fn digits(locale: Locale, amount: Money) -> impl IntoView {
    let parts = money_parts(locale, amount);
    view! {
        <span class="price__amount">
            <span class="visually-hidden">{money(locale, amount)}</span>
            <span aria-hidden="true">
                {parts.negative.then_some("−")} <span class="price__sign">{parts.sign}</span>
                {parts.integer} <span class="price__fraction">{parts.fraction}</span>
            </span>
        </span>
    }
}
