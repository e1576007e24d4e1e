use std::sync::Arc;

use leptos::prelude::*;
use vitrine_contract::OrderLineId;
use vitrine_contract::orders::{Order, ReviewState};
use vitrine_contract::reviews::{Review, ReviewStatus};

use crate::api::ApiResult;
use crate::browser;
use crate::i18n::{strings, use_locale};
use crate::reactive::effect;
use crate::routes::Route;
use crate::ui::{ButtonKind, LinkButton, PageHeader, Stars};

/// Thanks, and where to go on.
#[component]
pub fn Sent(
    review: Review,
    line: OrderLineId,
    /// The order as it was before.
    order: Option<ApiResult<Arc<Order>>>,
) -> impl IntoView {
    let l = use_locale();
    // It is shorter than the form, at whose end its button was.
    effect(|| request_animation_frame(|| browser::focus_in_view("#page-title")));
    let order = order.and_then(Result::ok);
    let text = match review.status {
        ReviewStatus::Pending => strings::review::sent_pending_text(l),
        _ => strings::review::sent_text(l),
    };
    let own = order.as_ref().and_then(|order| order.lines.iter().find(|own| own.id == line));
    let reviews = own.map(|line| {
        let href = Route::product(&line.slug).href() + "#reviews";
        view! {
            <LinkButton href kind=ButtonKind::Primary>
                {strings::review::see_reviews(l)}
            </LinkButton>
        }
    });
    let next = order.as_ref().and_then(|order| {
        let next = |own: &&_| is_next(own, &line);
        order.lines.iter().find(next).map(|next| {
            let href = Route::Review { id: order.id.clone(), line: next.id.clone() }.href();
            let words = strings::review::review_next(l, &next.title);
            view! { <LinkButton href>{words}</LinkButton> }
        })
    });
    let back = order.as_ref().map(|order| {
        let href = Route::Order { id: order.id.clone(), key: None }.href();
        view! { <LinkButton href>{strings::review::back_to_order(l)}</LinkButton> }
    });
    view! {
        <div class="review-sent">
            <PageHeader title=strings::review::sent_title(l) text=text />
            <Stars rating=f64::from(review.rating) />
            <p class="review-sent__text" lang=review.language>
                {review.text}
            </p>
            <div class="cluster">{reviews} {next} {back}</div>
        </div>
    }
}

/// Another line that waits for its review.
fn is_next(own: &vitrine_contract::orders::OrderLine, line: &OrderLineId) -> bool {
    own.id != *line && own.review == ReviewState::Possible
}
