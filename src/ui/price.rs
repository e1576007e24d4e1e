use leptos::prelude::*;
use vitrine_pricing::Money;

use super::markup::{Markup, html};
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
    let parts = PriceParts { amount, before, saving, prefix };
    let inside = parts.inside(use_locale());
    view! { <span class=size.class() inner_html=inside.into_string()></span> }
}

/// What a price says; see [`Price`].
#[derive(Clone, Debug)]
pub struct PriceParts {
    pub amount: Money,
    pub before: Option<Money>,
    /// Words for the difference: “Save ¥30”.
    pub saving: Option<String>,
    /// In front, for a product whose variants differ: “from”.
    pub prefix: Option<String>,
}

impl PriceParts {
    /// [`Price`] as text.
    pub fn markup(&self, locale: Locale, size: PriceSize) -> Markup {
        html! { span class=(size.class()) { (self.inside(locale)) } }
    }

    fn inside(&self, locale: Locale) -> Markup {
        html! {
            @if let Some(words) = &self.prefix { span.price__prefix { (words) } }
            (digits(locale, self.amount))
            @if let Some(before) = self.before {
                @let before = money(locale, before);
                del.price__before {
                    span.visually-hidden { (strings::ui::price_before(locale, &before)) }
                    span aria-hidden="true" { (before) }
                }
            }
            @if let Some(words) = &self.saving { span.price__saving { (words) } }
        }
    }
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
fn digits(locale: Locale, amount: Money) -> Markup {
    let parts = money_parts(locale, amount);
    html! {
        span.price__amount {
            span.visually-hidden { (money(locale, amount)) }
            span aria-hidden="true" {
                @if parts.negative { "−" }
                span.price__sign { (parts.sign) }
                (parts.integer)
                span.price__fraction { (parts.fraction) }
            }
        }
    }
}
