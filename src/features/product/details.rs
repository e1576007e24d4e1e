use leptos::prelude::*;
use vitrine_contract::products::{Merchant, Product};

use crate::features::written::Written;
use crate::format::{self, DateStyle};
use crate::i18n::{Locale, strings};
use crate::ui::markup::{Markup, html};

/// Description, parameters and seller.
pub fn details(l: Locale, product: StoredValue<Product>) -> Written {
    Written::new(move |_| {
        let said = product.with_value(|product| said(l, product));
        html! { div.product-page__details { (said) } }
    })
}

fn said(l: Locale, product: &Product) -> Markup {
    html! {
        section.product-page__section.stack aria-labelledby="description" {
            h2 #description { (strings::catalog::description(l)) }
            div.prose { @for text in &product.description { p { (text) } } }
        }
        section.product-page__section.stack aria-labelledby="parameters" {
            h2 #parameters { (strings::catalog::parameters(l)) }
            dl.facts {
                @for parameter in &product.parameters {
                    dt { (parameter.name) }
                    dd { (parameter.value) }
                }
            }
        }
        (seller(l, &product.merchant))
    }
}

fn seller(l: Locale, merchant: &Merchant) -> Markup {
    let since = format::date(l, DateStyle::Long, merchant.since.as_str());
    html! {
        section.product-page__section.stack aria-labelledby="seller" {
            h2 #seller { (strings::catalog::seller(l)) }
            div.prose {
                p {
                    strong { (merchant.name) }
                    " · "
                    (strings::catalog::sells_since(l, &since))
                }
                p { (merchant.about) }
            }
        }
    }
}
