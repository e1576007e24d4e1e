use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::List;
use vitrine_contract::reviews::Review;

use super::card::ReviewCard;
use crate::api::{self, ApiError};
use crate::features::errors::{ApiErrorView, error_text};
use crate::features::load::reading;
use crate::format;
use crate::i18n::{strings, use_locale};
use crate::reactive::effect;
use crate::state::use_queries;
use crate::ui::{Banner, Button, ChipLink, Each, Loading, Skeleton, SkeletonShape, Tone};

/// The reviews with so many stars.
#[component]
pub fn Narrowed(
    slug: StoredValue<String>,
    stars: u8,
    /// Address of the page narrowed to a rating.
    to: Callback<Option<u8>, String>,
) -> impl IntoView {
    let l = use_locale();
    let page = use_queries()
        .query(move || slug.with_value(|slug| api::reviews::reviews(l, slug, Some(stars), None)));
    let retry = Callback::new(move |()| page.retry());
    let name = stars.to_string();
    let loading = || {
        view! {
            <Loading>
                <Skeleton shape=SkeletonShape::Row lines=4 />
            </Loading>
        }
        .into_any()
    };
    let narrowed = name.clone();
    let list = reading(page, loading, move |answer| match answer {
        Ok(first) if first.items.is_empty() => {
            view! { <p class="reviews__none">{strings::review::none_of_rating(l, &name)}</p> }
                .into_any()
        }
        Ok(first) => view! { <ReviewList slug first rating=Some(stars) /> }.into_any(),
        Err(error) => view! { <ApiErrorView error on_retry=retry /> }.into_any(),
    });
    view! {
        <div class="reviews__filters">
            <ChipLink
                href=untrack(|| to.run(None))
                label=strings::review::showing_rating(l, &narrowed)
                current=true
                removes=true
                {..custom_attribute("noscroll", "")}
                attr:aria-label=strings::review::show_all(l)
            />
        </div>
        {list}
    }
}

/// A first page and those that "load more" has brought.
#[component]
pub fn ReviewList(
    slug: StoredValue<String>,
    first: List<Review>,
    rating: Option<u8>,
) -> impl IntoView {
    let l = use_locale();
    let reviews = RwSignal::new(first.items);
    let next = RwSignal::new(first.meta.next);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    // The shopper's clock is known in the browser only.
    let now = RwSignal::new(None::<String>);
    effect(move || now.set(Some(format::now())));
    let more = move |()| {
        let Some(cursor) = next.get_untracked() else { return };
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let slug = slug.try_get_value().unwrap_or_default();
            let page = api::read(api::reviews::reviews(l, &slug, rating, Some(&cursor))).await;
            busy.try_set(false);
            match page {
                Ok(page) => {
                    next.try_set(page.meta.next);
                    reviews.try_update(|reviews| reviews.extend(page.items));
                }
                Err(error) => {
                    failed.try_set(Some(error));
                }
            }
        });
    };
    view! {
        <ul class="reviews__list" aria-live="polite" aria-relevant="additions">
            <Each items=move || reviews.get() key=|review| review.id.clone() let:review>
                <li>
                    <ReviewCard review now=now.read_only() />
                </li>
            </Each>
        </ul>
        {move || {
            failed
                .get()
                .map(|error| {
                    view! { <Banner tone=Tone::Bad text=error_text(l, &error) urgent=true /> }
                })
        }}
        <Show when=move || next.read().is_some()>
            <div class="reviews__more">
                <Button on_press=more busy=busy>
                    {strings::review::load_more(l)}
                </Button>
            </div>
        </Show>
    }
}
