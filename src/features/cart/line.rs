use leptos::prelude::*;
use vitrine_contract::VariantId;

use super::basket::{BasketLine, LineState};
use super::prices::Prices;
use crate::features::pictures::picture_source;
use crate::format::{count, money};
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::routes::Route;
use crate::state::{Cart, Toasts};
use crate::ui::{
    Button, ButtonSize, Glyph, IconButton, NumberStepper, PENDING, PendingPrice, Picture, Price,
    PriceSize, Skeleton, SkeletonShape,
};

/// A line of the cart. It stays while its numbers change, so that the focus
/// stays in its stepper.
#[component]
pub(super) fn CartLineView(variant: VariantId, prices: Prices) -> impl IntoView {
    let l = use_locale();
    let own = variant.clone();
    let line = memo(move || {
        prices.basket.with(|b| b.lines.iter().find(|line| line.wanted.variant == own).cloned())
    });
    let item = memo(move || line.with(|line| line.as_ref()?.item.clone()));
    let state =
        memo(move || line.with(|line| line.as_ref().map_or(LineState::Unknown, |line| line.state)));
    let id = StoredValue::new(variant);
    let head = move || match (item.get(), state.get()) {
        (Some(item), _) => {
            let href = Route::Product {
                slug: item.slug.clone(),
                variant: Some(id.with_value(|id| id.0.clone())),
            }
            .href();
            view! {
                <div class="cart-line__picture">
                    <Picture source=picture_source(&item.picture) sizes="6rem" />
                </div>
                <p class="cart-line__title">
                    <a href=href>{item.title}</a>
                </p>
                <p class="cart-line__variant">{item.variant_name}</p>
            }
            .into_any()
        }
        (None, LineState::Unknown) => view! {
            <div class="cart-line__picture">
                <Skeleton shape=SkeletonShape::Picture />
            </div>
            <div class="cart-line__title">
                <Skeleton lines=2 />
            </div>
            <div class="cart-line__variant">
                <Skeleton />
            </div>
        }
        .into_any(),
        (None, _) => view! {
            <div class="cart-line__picture"></div>
            <p class="cart-line__title">{strings::cart::gone_item(l)}</p>
        }
        .into_any(),
    };
    view! {
        <li class="cart-line" class:cart-line--off=move || {
            !matches!(state.get(), LineState::Available | LineState::Unknown)
        }>
            {head}
            <Amounts line prices />
            <Controls line id item state />
            <p class="cart-line__notice" role="status">
                {move || match state.get() {
                    LineState::Available | LineState::Unknown => String::new(),
                    LineState::Gone => strings::cart::gone(l).to_owned(),
                    LineState::SoldOut => strings::cart::sold_out(l).to_owned(),
                    LineState::Insufficient(left) => {
                        strings::cart::insufficient(l, &count(l, u64::from(left)))
                    }
                }}
            </p>
        </li>
    }
}

/// What the line costs, and one piece of several.
#[component]
fn Amounts(line: Memo<Option<BasketLine>>, prices: Prices) -> impl IntoView {
    let l = use_locale();
    move || {
        let line = line.get()?;
        let several = line.wanted.quantity > 1;
        // As many lines as there will be, so that nothing below them moves.
        if line.state == LineState::Unknown {
            return Some(
                view! {
                    <div class="cart-line__price" aria-hidden="true">
                        <PendingPrice size=PriceSize::Small />
                        {several.then(|| view! { <span class="cart-line__each">{PENDING}</span> })}
                    </div>
                }
                .into_any(),
            );
        }
        let unit = line.item?.unit_price;
        let sum = unit.times(line.wanted.quantity).ok()?;
        let was = prices.changed.with(|changed| {
            let changed = changed.iter().find(|(variant, _)| *variant == line.wanted.variant);
            changed.map(|(_, was)| strings::cart::price_was(l, &money(l, *was)))
        });
        let each = several.then(|| strings::cart::each(l, &money(l, unit)));
        Some(
            view! {
                <div class="cart-line__price">
                    <Price amount=sum size=PriceSize::Small />
                    {each.map(|text| view! { <span class="cart-line__each">{text}</span> })}
                    {was.map(|text| view! { <span class="cart-line__was">{text}</span> })}
                </div>
            }
            .into_any(),
        )
    }
}

/// How many, or none.
#[component]
fn Controls(
    line: Memo<Option<BasketLine>>,
    id: StoredValue<VariantId>,
    item: Memo<Option<vitrine_contract::cart::CartItem>>,
    state: Memo<LineState>,
) -> impl IntoView {
    let l = use_locale();
    let cart = Cart::expect();
    let toasts = Toasts::expect();
    let quantity =
        memo(move || line.with(|line| line.as_ref().map_or(1, |line| line.wanted.quantity)));
    let most = memo(move || line.with(|line| line.as_ref().map_or(1, |line| line.most)));
    let left = memo(move || {
        line.with(|line| match line.as_ref()?.state {
            LineState::Insufficient(left) => Some(left),
            _ => None,
        })
    });
    let countable = memo(move || {
        line.with(|line| {
            line.as_ref()
                .is_some_and(|line| !matches!(line.state, LineState::Gone | LineState::SoldOut))
        })
    });
    let set = move |pieces: u32| id.with_value(|id| cart.set_quantity(id, pieces));
    let title = move || {
        item.with(|item| {
            item.as_ref().map_or_else(
                || match state.get() {
                    // Nobody has said yet that it is not sold any more.
                    LineState::Unknown => strings::cart::unknown_item(l).to_owned(),
                    _ => strings::cart::gone_item(l).to_owned(),
                },
                |item| item.title.clone(),
            )
        })
    };
    let remove = move |()| {
        let title = untrack(title);
        if let Some(removed) = id.with_value(|id| cart.remove(id)) {
            let text = strings::cart::removed(l, &title);
            toasts.show_undo(text, strings::cart::undo(l), move || cart.restore(removed.clone()));
        }
    };
    view! {
        <div class="cart-line__controls">
            {move || {
                countable
                    .get()
                    .then(|| {
                        view! {
                            <NumberStepper
                                label=strings::cart::quantity_of(l, &title())
                                value=quantity
                                max=most
                                on_change=set
                            />
                        }
                    })
            }}
            {move || {
                left.get()
                    .map(|left| {
                        view! {
                            <Button size=ButtonSize::Small on_press=move |()| set(left)>
                                {strings::cart::take_rest(l, &count(l, u64::from(left)))}
                            </Button>
                        }
                    })
            }}
            <IconButton
                glyph=Glyph::Trash
                label=Signal::derive(move || strings::cart::remove(l, &title()))
                on_press=remove
            />
        </div>
    }
}
