use leptos::prelude::*;
use vitrine_contract::orders::{OrderLine, OrderSummary, ReviewState};

use super::words::{status_tone, status_word};
use crate::features::pictures::picture_source;
use crate::format::{self, DateStyle, date};
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::{Badge, ButtonSize, LinkButton, Picture, PictureSource, Price, PriceSize};

/// Pictures shown of an order; more are counted.
const PICTURES: usize = 4;

/// An order in a list: where it is, what is in it, what it costs.
#[component]
pub fn OrderCard(order: OrderSummary) -> impl IntoView {
    let l = use_locale();
    let href = Route::Order { id: order.id.clone(), key: None }.href();
    let placed = date(l, DateStyle::Short, order.placed_at.as_str());
    let expected = order.expected_until.as_ref().map(|until| {
        let until = date(l, DateStyle::ShortTime, until.as_str());
        view! { <p class="order-card__expected">{strings::orders::expected_by(l, &until)}</p> }
    });
    let review = reviewable(&order).map(|line| {
        let href = Route::Review { id: order.id.clone(), line: line.id.clone() }.href();
        view! {
            <div class="order-card__actions">
                <LinkButton
                    href
                    size=ButtonSize::Small
                    attr:aria-label=strings::orders::review_named(l, &line.title)
                >
                    {strings::orders::review(l)}
                </LinkButton>
            </div>
        }
    });
    let pieces = order.lines.iter().map(|line| u64::from(line.quantity)).sum();
    view! {
        <article class="order-card">
            <div class="order-card__head">
                <span class="numeric">{strings::orders::number(l, &order.number)}</span>
                <Badge text=status_word(l, &order.status) tone=status_tone(&order.status) />
            </div>
            <div class="order-card__pictures">{pictures(&order.lines)}</div>
            <div class="order-card__words">
                <h2 class="order-card__title">
                    <a class="order-card__link" href=href>
                        {title(l, &order.lines)}
                    </a>
                </h2>
                <Price amount=order.total size=PriceSize::Small />
            </div>
            <div class="order-card__facts">
                {expected}
                <p>
                    {strings::orders::placed_on(l, &placed)} " · "
                    {strings::orders::pieces(l, &format::count(l, pieces))}
                </p>
            </div>
            {review}
        </article>
    }
}

fn pictures(lines: &[OrderLine]) -> impl IntoView + use<> {
    let more = lines.len().saturating_sub(PICTURES);
    let pictures: Vec<_> = lines
        .iter()
        .take(PICTURES)
        .map(|line| {
            // The title stands beside it.
            let source = PictureSource { alt: String::new(), ..picture_source(&line.picture) };
            view! { <Picture source sizes="4rem" /> }
        })
        .collect();
    view! {
        {pictures}
        {(more > 0)
            .then(|| {
                view! { <span class="order-card__more" aria-hidden="true">{format!("+{more}")}</span> }
            })}
    }
}

fn title(l: Locale, lines: &[OrderLine]) -> String {
    let first = lines.first().map(|line| line.title.clone()).unwrap_or_default();
    match lines.len() {
        0 | 1 => first,
        n => strings::orders::and_more(l, &format::number(l, n as u64), &first),
    }
}

/// The first line that waits for its review.
fn reviewable(order: &OrderSummary) -> Option<&OrderLine> {
    order.lines.iter().find(|line| line.review == ReviewState::Possible)
}
