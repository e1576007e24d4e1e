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
                    <dt>{parameter.name.clone()}</dt>
                    <dd>{parameter.value.clone()}</dd>
                }
            })
            .collect_view();
        view! {
            <section class="product-page__section stack" aria-labelledby="description">
                <h2 id="description">
                    {strings::catalog::description(l)}
                </h2>
                <div class="prose">{paragraphs}</div>
            </section>
            <section class="product-page__section stack" aria-labelledby="parameters">
                <h2 id="parameters">
                    {strings::catalog::parameters(l)}
                </h2>
                <dl class="facts">{parameters}</dl>
            </section>
            {seller(l, &product.merchant)}
        }
    })
}

fn seller(l: Locale, merchant: &Merchant) -> impl IntoView + use<> {
    let since = format::date(l, DateStyle::Long, merchant.since.as_str());
    view! {
        <section class="product-page__section stack" aria-labelledby="seller">
            <h2 id="seller">
                {strings::catalog::seller(l)}
            </h2>
            <div class="prose">
                <p>
                    <strong>{merchant.name.clone()}</strong>
                    " · "
                    {strings::catalog::sells_since(l, &since)}
                </p>
                <p>{merchant.about.clone()}</p>
            </div>
        </section>
    }
}
