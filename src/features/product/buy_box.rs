use leptos::prelude::*;
use vitrine_contract::VariantId;
use vitrine_contract::products::{Product, Variant};

use crate::features::one_click::OneClick;
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::state::{Cart, SessionState, Toasts};
use crate::ui::markup::html;
use crate::ui::{Button, ButtonSize, Glyph, NumberStepper, Price, PriceSize, icon};

/// Price, stock, promise and the ways to buy the chosen variant.
#[component]
pub fn BuyBox(product: StoredValue<Product>, chosen: Signal<VariantId>) -> impl IntoView {
    let l = use_locale();
    let quantity = RwSignal::new(1_u32);
    let variant = Memo::new(move |_| {
        let id = chosen.get();
        product.with_value(|p| p.variants.iter().find(|v| v.id == id).cloned())
    });
    let id = product.with_value(|p| p.id.clone());
    let delivery = product.with_value(|p| p.delivery.clone());
    let ships_from = product.with_value(|p| p.merchant.ships_from.clone());
    let arrival = format::date_range(l, delivery.from.as_str(), delivery.until.as_str());
    view! {
        {move || variant.get().map(|v| price(l, &v))}
        {move || variant.get().map(|v| stock(l, v.stock))}
        <ul class="product-page__promise">
            {fact(Glyph::Truck, strings::catalog::arrives(l, &arrival))}
            {fact(Glyph::Store, strings::catalog::ships_from(l, &ships_from))}
            <DeliveryFee />
        </ul>
        {move || {
            let variant = variant.get()?;
            let product = id.clone();
            Some(
                view! {
                    <div class="product-page__actions action-bar">
                        <OneClick
                            product
                            variant=variant.id.clone()
                            unit_price=variant.price
                            in_stock={variant.stock > 0}
                        />
                        {(variant.stock > 0).then(|| view! { <AddToCart variant quantity /> })}
                    </div>
                },
            )
        }}
    }
}

fn fact(glyph: Glyph, words: String) -> impl IntoView {
    let inside = html! { (icon(glyph)) (words) };
    view! { <li inner_html=inside.into_string()></li> }
}

fn price(l: Locale, variant: &Variant) -> impl IntoView + use<> {
    let saving = variant
        .before_price
        .and_then(|before| before.minus(variant.price).ok())
        .filter(|saved| saved.amount() > 0)
        .map(|saved| strings::catalog::save(l, &format::money(l, saved)));
    view! {
        <Price amount=variant.price before=variant.before_price saving size=PriceSize::Large />
    }
}

/// Pieces are told from here downwards.
const FEW: u32 = 10;

fn stock(l: Locale, left: u32) -> impl IntoView {
    let (class, text) = match left {
        0 => (
            "product-page__stock product-page__stock--none",
            strings::catalog::sold_out(l).to_owned(),
        ),
        1..=FEW => {
            let count = format::count(l, u64::from(left));
            ("product-page__stock product-page__stock--few", strings::catalog::few_left(l, &count))
        }
        _ => ("product-page__stock", strings::catalog::in_stock(l).to_owned()),
    };
    view! {
        <p class=class role="status">
            {text}
        </p>
    }
}

/// What delivery costs, once the shop's rules are known.
#[component]
fn DeliveryFee() -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let text = move || {
        let rule = session.shop()?.delivery;
        let fee = format::money(l, rule.fee);
        Some(match rule.free_from {
            Some(from) => strings::catalog::delivery_fee(l, &fee, &format::money(l, from)),
            None => fee,
        })
    };
    view! {
        // The line keeps its place until the rules are here.
        {move || fact(Glyph::Parcel, text().unwrap_or_else(|| "\u{a0}".to_owned()))}
    }
}

#[component]
fn AddToCart(variant: Variant, quantity: RwSignal<u32>) -> impl IntoView {
    let l = use_locale();
    let cart = Cart::expect();
    let toasts = Toasts::expect();
    let id = variant.id.clone();
    let add = move |()| {
        if cart.add(&id, quantity.get_untracked()) {
            let text = strings::catalog::added_to_cart(l);
            toasts.show_link(text, strings::catalog::view_cart(l), Route::Cart.href());
        } else {
            toasts.show(strings::catalog::cart_is_full(l));
        }
    };
    view! {
        <div class="product-page__cart">
            <NumberStepper
                label=strings::catalog::quantity(l)
                value=quantity
                max=variant.stock.min(vitrine_pricing::MAX_QUANTITY)
                on_change=move |n| quantity.set(n)
            />
            <Button size=ButtonSize::Large wide=true icon=Glyph::Cart on_press=add>
                {strings::catalog::add_to_cart(l)}
            </Button>
        </div>
    }
}
