use leptos::prelude::*;
use vitrine_contract::products::{Merchant, Product};

use crate::format::{self, DateStyle};
use crate::i18n::{Locale, strings, use_locale};

/// Description, parameters and seller.
#[component]
pub fn Details(product: StoredValue<Product>) -> impl IntoView {
    let l = use_locale();
    product.with_value(|product| {
        let paragraphs =
            product.description.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view();
        let parameters = product
            .parameters
            .iter()
            .map(|parameter| {
                view! {
                    <div class="product-parameters__row">
                        <dt>{parameter.name.clone()}</dt>
                        <dd>{parameter.value.clone()}</dd>
                    </div>
                }
            })
            .collect_view();
        view! {
            <section class="product-section" aria-labelledby="description">
                <h2 class="product-section__title" id="description">
                    {strings::catalog::description(l)}
                </h2>
                <div class="product-section__text">{paragraphs}</div>
            </section>
            <section class="product-section" aria-labelledby="parameters">
                <h2 class="product-section__title" id="parameters">
                    {strings::catalog::parameters(l)}
                </h2>
                <dl class="product-parameters">{parameters}</dl>
            </section>
            {seller(l, &product.merchant)}
        }
    })
}

fn seller(l: Locale, merchant: &Merchant) -> impl IntoView + use<> {
    let since = format::date(l, DateStyle::Long, merchant.since.as_str());
    view! {
        <section class="product-section" aria-labelledby="seller">
            <h2 class="product-section__title" id="seller">
                {strings::catalog::seller(l)}
            </h2>
            <div class="product-merchant">
                <p class="product-merchant__name">{merchant.name.clone()}</p>
                <p>{merchant.about.clone()}</p>
                <p class="product-merchant__since">{strings::catalog::sells_since(l, &since)}</p>
            </div>
        </section>
    }
}
