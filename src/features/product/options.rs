use leptos::prelude::*;
use vitrine_contract::VariantId;
use vitrine_contract::products::Product;
use web_sys::Element;

use super::selection::{available, choose};
use crate::features::written::{When, Written};
use crate::i18n::{Locale, strings};
use crate::reactive::effect;
use crate::ui::markup::{html, listen, pressed};
use crate::ui::{ChipState, chip};

/// Chooses a variant, option by option.
pub fn options(
    l: Locale,
    product: StoredValue<Product>,
    chosen: Signal<VariantId>,
    on_choose: Callback<VariantId>,
) -> Written {
    let text = Written::new(move |_| {
        product.with_value(|product| {
            let mut chips = chosen.with_untracked(|id| states(l, product, id)).into_iter();
            html! {
                @if !product.options.is_empty() {
                    div.variant-picker data-live="choices" {
                        @for option in &product.options {
                            fieldset.variant-picker__option {
                                legend.variant-picker__name { (option.name) }
                                ul.chips {
                                    @for state in chips.by_ref().take(option.values.len()) {
                                        li { (chip(&state)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        })
    });
    text.follow("choices", When::AtOnce, move |root| follow(l, &root, product, chosen, on_choose))
}

fn follow(
    l: Locale,
    root: &Element,
    product: StoredValue<Product>,
    chosen: Signal<VariantId>,
    on_choose: Callback<VariantId>,
) {
    let chips = root.get_elements_by_class_name("chip");
    let all = chips.clone();
    let mut shown = chosen.get_untracked();
    effect(move || {
        let chosen = chosen.get();
        if chosen != shown {
            let states = product.with_value(|product| states(l, product, &chosen));
            for (state, at) in states.iter().zip(0..) {
                if let Some(chip) = all.item(at) {
                    state.show(&chip);
                }
            }
            shown = chosen;
        }
    });
    listen(root, "click", move |event| {
        let pressed = pressed(&event, ".chip");
        let at = (0..chips.length()).position(|at| chips.item(at) == pressed);
        let next = product.with_value(|product| {
            let (index, code) = codes(product).nth(at?)?;
            choose(&product.variants, &chosen.get_untracked(), index, code)
        });
        if let Some(next) = next {
            on_choose.run(next);
        }
    });
}

/// Every value of every option: the number of its option and its code.
fn codes(product: &Product) -> impl Iterator<Item = (usize, &str)> {
    let options = product.options.iter().enumerate();
    options.flat_map(|(index, option)| {
        option.values.iter().map(move |value| (index, value.code.as_str()))
    })
}

/// What the chips show while this variant is chosen, in the order of [`codes`].
fn states(l: Locale, product: &Product, chosen: &VariantId) -> Vec<ChipState> {
    let variant = product.variants.iter().find(|variant| variant.id == *chosen);
    let names = product.options.iter().flat_map(|option| &option.values);
    let one = |((index, code), name): ((usize, &str), &String)| {
        let can_be_had = variant.is_some_and(|v| available(&product.variants, v, index, code));
        let own = variant.and_then(|v| v.choice.get(index));
        ChipState {
            label: match can_be_had {
                true => name.clone(),
                false => strings::catalog::choice_sold_out(l, name),
            },
            selected: own.is_some_and(|own| own == code),
        }
    };
    codes(product).zip(names.map(|value| &value.name)).map(one).collect()
}
