use leptos::prelude::*;
use vitrine_contract::VariantId;
use vitrine_contract::products::{Product, ProductOption};

use super::selection::{available, choose};
use crate::i18n::{strings, use_locale};
use crate::ui::Chip;

/// Chooses a variant, option by option.
#[component]
pub fn Options(
    product: StoredValue<Product>,
    chosen: Signal<VariantId>,
    on_choose: Callback<VariantId>,
) -> impl IntoView {
    let options = product.with_value(|p| p.options.clone());
    (!options.is_empty()).then(|| {
        let rows = options
            .into_iter()
            .enumerate()
            .map(|(index, option)| view! { <OptionRow index option product chosen on_choose /> })
            .collect_view();
        view! { <div class="variant-picker">{rows}</div> }
    })
}

#[component]
fn OptionRow(
    index: usize,
    option: ProductOption,
    product: StoredValue<Product>,
    chosen: Signal<VariantId>,
    on_choose: Callback<VariantId>,
) -> impl IntoView {
    let l = use_locale();
    let chips = option
        .values
        .into_iter()
        .map(|value| {
            let code = StoredValue::new(value.code);
            let is_chosen = Memo::new(move |_| {
                let chosen = chosen.get();
                product.with_value(|p| {
                    let variant = p.variants.iter().find(|v| v.id == chosen);
                    variant.and_then(|v| v.choice.get(index)) == Some(&code.get_value())
                })
            });
            let can_be_had = Memo::new(move |_| {
                let chosen = chosen.get();
                product.with_value(|p| {
                    let variant = p.variants.iter().find(|v| v.id == chosen);
                    variant
                        .is_some_and(|v| code.with_value(|c| available(&p.variants, v, index, c)))
                })
            });
            let press = move |()| {
                let next = product.with_value(|p| {
                    code.with_value(|c| choose(&p.variants, &chosen.get_untracked(), index, c))
                });
                if let Some(next) = next {
                    on_choose.run(next);
                }
            };
            let (label, sold_out) =
                (value.name.clone(), strings::catalog::choice_sold_out(l, &value.name));
            view! {
                <li>
                    {move || {
                        let label = if can_be_had.get() { label.clone() } else { sold_out.clone() };
                        view! { <Chip label selected=is_chosen on_press=press /> }
                    }}
                </li>
            }
        })
        .collect_view();
    view! {
        <fieldset class="variant-picker__option">
            <legend class="variant-picker__name">{option.name}</legend>
            <ul class="chips">{chips}</ul>
        </fieldset>
    }
}
