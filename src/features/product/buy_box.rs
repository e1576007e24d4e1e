use leptos::prelude::*;
use vitrine_contract::VariantId;
use vitrine_contract::products::{Product, Variant};

use crate::features::one_click::OneClick;
use crate::features::written::{When, Written};
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::memo;
use crate::routes::Route;
use crate::state::{Cart, SessionState, Toasts};
use crate::ui::markup::{Markup, html};
use crate::ui::{Button, ButtonSize, Glyph, Icon, NumberStepper, Price, PriceSize, icon};

/// Price, stock, promise and the ways to buy the chosen variant.
pub fn buy_box(l: Locale, product: StoredValue<Product>, chosen: Signal<VariantId>) -> Written {
    let variant = memo(move || {
        let id = chosen.get();
        product.with_value(|p| p.variants.iter().find(|v| v.id == id).cloned())
    });
    let text = Written::new(move |places| {
        let promise = product.with_value(|product| promise(l, product));
        html! {
            (places.at("price"))
            ul.product-page__promise {
                (promise)
                li data-live="fee" { (places.within("fee")) }
            }
            @if product.with_value(|product| !product.variants.is_empty()) {
                div.product-page__actions.action-bar {
                    (places.at("one-click"))
                    (places.at("add"))
                }
            }
        }
    });
    text.live("price", When::AtOnce, move || {
        (move || variant.get().map(|v| view! { {price(l, &v)} {stock(l, v.stock)} })).into_any()
    })
    .live("one-click", When::AtOnce, move || {
        (move || variant.get().map(|variant| one_click(product, variant))).into_any()
    })
    .live("add", When::AtOnce, move || {
        let quantity = RwSignal::new(1_u32);
        let in_stock = move || variant.get().filter(|variant| variant.stock > 0);
        (move || in_stock().map(|variant| view! { <AddToCart variant quantity /> })).into_any()
    })
    .live("fee", When::AtOnce, || view! { <DeliveryFee /> }.into_any())
}

fn promise(l: Locale, product: &Product) -> Markup {
    let delivery = &product.delivery;
    let arrival = format::date_range(l, delivery.from.as_str(), delivery.until.as_str());
    let ships_from = strings::catalog::ships_from(l, &product.merchant.ships_from);
    html! {
        li { (icon(Glyph::Truck)) (strings::catalog::arrives(l, &arrival)) }
        li { (icon(Glyph::Store)) (ships_from) }
    }
}

fn one_click(product: StoredValue<Product>, variant: Variant) -> impl IntoView {
    let product = product.with_value(|product| product.id.clone());
    let in_stock = variant.stock > 0;
    view! { <OneClick product variant=variant.id unit_price=variant.price in_stock /> }
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
        <Icon glyph=Glyph::Parcel />
        // The line keeps its place until the rules are here.
        {move || text().unwrap_or_else(|| "\u{a0}".to_owned())}
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
