use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};
use vitrine_contract::List;
use vitrine_contract::reviews::{Review, ReviewSummary};

use super::list::{Narrowed, ReviewList};
use super::numbers::{href, rating_in};
use super::overview::Overview;
use crate::browser;
use crate::i18n::{strings, use_locale};
use crate::ui::{EmptyState, Glyph};

/// The reviews of a product.
#[component]
pub fn ProductReviews(
    /// The product's name in URLs.
    slug: String,
    /// What buyers say, in numbers.
    summary: ReviewSummary,
    /// The first page of all reviews.
    first: List<Review>,
) -> impl IntoView {
    let l = use_locale();
    let query = use_query_map();
    let rating = Memo::new(move |_| query.with(|query| rating_in(query.get_str("rating"))));
    let variant = Memo::new(move |_| query.with(|query| query.get("v")));
    let slug = StoredValue::new(slug);
    let first = StoredValue::new(first);
    let to = Callback::new(move |rating: Option<u8>| {
        slug.with_value(|slug| href(slug, variant.get().as_deref(), rating))
    });
    // The page's data came after the address that points here.
    let hash = use_location().hash;
    Effect::new(move |_| {
        if hash.get_untracked() == "#reviews" {
            request_animation_frame(|| browser::show("#reviews"));
        }
    });
    let list = move || match rating.get() {
        None => view! { <ReviewList slug first=first.get_value() rating=None /> }.into_any(),
        Some(stars) => view! { <Narrowed slug stars to /> }.into_any(),
    };
    let body = if summary.rating.count == 0 {
        view! {
            <EmptyState
                glyph=Glyph::Message
                title=strings::review::none_title(l)
                text=strings::review::none_text(l)
            />
        }
        .into_any()
    } else {
        view! {
            <Overview summary rating to />
            {list}
        }
        .into_any()
    };
    view! {
        <section class="reviews" id="reviews" aria-labelledby="reviews-title">
            <div class="section-header">
                <h2 id="reviews-title">{strings::review::heading(l)}</h2>
            </div>
            {body}
        </section>
    }
}
