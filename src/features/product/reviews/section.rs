use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

use super::list::{Narrowed, ReviewList};
use super::numbers::{href, rating_in};
use super::overview::Overview;
use crate::api;
use crate::api::products::FirstReviews;
use crate::browser;
use crate::features::load::reading;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::{effect, memo};
use crate::state::use_queries;
use crate::ui::{EmptyState, Glyph};

/// The reviews of a product, which came with its page.
#[component]
pub fn ProductReviews(
    /// The product's name in URLs.
    slug: String,
) -> impl IntoView {
    let l = use_locale();
    let page = use_queries().query({
        let slug = slug.clone();
        move || api::products::first_reviews(l, &slug)
    });
    reading(
        page,
        || ().into_any(),
        move |answer| match answer {
            Ok(page) => section(l, slug.clone(), page),
            // The page itself tells.
            Err(_) => ().into_any(),
        },
    )
}

fn section(l: Locale, slug: String, page: FirstReviews) -> AnyView {
    let FirstReviews { review_summary: summary, reviews: first } = page;
    let query = use_query_map();
    let rating = memo(move || query.with(|query| rating_in(query.get_str("rating"))));
    let variant = memo(move || query.with(|query| query.get("v")));
    let slug = StoredValue::new(slug);
    let first = StoredValue::new(first);
    let to = Callback::new(move |rating: Option<u8>| {
        slug.with_value(|slug| href(slug, variant.get().as_deref(), rating))
    });
    // The page's data came after the address that points here.
    let hash = use_location().hash;
    effect(move || {
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
    .into_any()
}
