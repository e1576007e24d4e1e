use std::sync::Arc;

use leptos::prelude::*;
use vitrine_contract::OrderId;
use vitrine_contract::orders::{Order, OrderLine, ReviewState};

use crate::features::pictures::picture_source;
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::memo;
use crate::routes::Route;
use crate::ui::{
    Badge, ButtonSize, Glyph, LinkButton, Picture, PictureSource, Price, PriceSize, Tone,
};

/// What was bought, with the way to its review.
#[component]
pub fn Lines(order: ReadSignal<Arc<Order>>) -> impl IntoView {
    let l = use_locale();
    // The lines change only with their review's state.
    let lines = memo(move || order.with(|order| order.lines.clone()));
    let id = order.with_untracked(|order| order.id.clone());
    view! {
        <section aria-labelledby="order-items">
            <h2 class="order-page__title" id="order-items">{strings::orders::items(l)}</h2>
            <ul class="order-page__lines">
                {move || {
                    lines.get().iter().map(|one| view! { <li>{line(l, &id, one)}</li> }).collect_view()
                }}
            </ul>
        </section>
    }
}

fn line(l: Locale, id: &OrderId, line: &OrderLine) -> impl IntoView + use<> {
    let source = PictureSource { alt: String::new(), ..picture_source(&line.picture) };
    let product = Route::Product { slug: line.slug.clone(), variant: Some(line.variant.0.clone()) };
    let each = format::money(l, line.unit_price);
    let quantity =
        strings::orders::line_quantity(l, &each, &format::number(l, line.quantity.into()));
    let total = line.unit_price.times(line.quantity).unwrap_or(line.unit_price);
    let review = match line.review {
        ReviewState::Possible => {
            let href = Route::Review { id: id.clone(), line: line.id.clone() }.href();
            view! {
                <LinkButton
                    href
                    size=ButtonSize::Small
                    attr:aria-label=strings::orders::review_named(l, &line.title)
                >
                    {strings::orders::review(l)}
                </LinkButton>
            }
            .into_any()
        }
        ReviewState::Written => {
            let text = strings::orders::reviewed(l);
            view! { <Badge text tone=Tone::Good icon=Glyph::Check /> }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <div class="order-page__line">
            <Picture source sizes="4rem" />
            <div>
                <a class="order-page__product" href=product.href()>
                    {line.title.clone()}
                </a>
                <p class="order-page__note">{line.variant_name.clone()}</p>
                <p class="order-page__note numeric">{quantity}</p>
            </div>
            <Price amount=total size=PriceSize::Small />
            {review}
        </div>
    }
}
