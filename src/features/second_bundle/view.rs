use leptos::prelude::*;
use vitrine_contract::List;
use vitrine_contract::reviews::{Review, ReviewSummary};

use super::prefetch::soon;
use super::state::{SecondBundle, Status};
use crate::api::ApiError;
use crate::features::errors::ApiErrorView;
use crate::i18n::{strings, use_locale};
use crate::routes::Page;
use crate::state::Toasts;
use crate::ui::{Loading, Skeleton, SkeletonShape};

/// A page of the second bundle, as soon as that is here.
#[component]
pub fn LaterPage(page: Page) -> impl IntoView {
    let l = use_locale();
    let bundle = SecondBundle::expect();
    let retry = Callback::new(move |()| bundle.load());
    Effect::new(move |_| untrack(|| bundle.load()));
    move || match bundle.status() {
        Status::Ready(contents) => (contents.page)(page.clone()),
        Status::Failed => view! {
            <ApiErrorView error=ApiError::Network on_retry=retry page=true />
        }
        .into_any(),
        Status::Absent | Status::Loading => view! {
            // Holds the focus of the page to come.
            <h1 class="visually-hidden" id="page-title" tabindex="-1">
                {strings::ui::loading(l)}
            </h1>
            <Loading>
                <Skeleton shape=SkeletonShape::Title />
                <Skeleton shape=SkeletonShape::Row lines=4 />
            </Loading>
        }
        .into_any(),
    }
}

/// The reviews of a product, as soon as the second bundle is here: they stand
/// below what a page opens with.
#[component]
pub fn LaterReviews(slug: String, summary: ReviewSummary, first: List<Review>) -> impl IntoView {
    let bundle = SecondBundle::expect();
    let retry = Callback::new(move |()| bundle.load());
    Effect::new(move |_| soon(bundle));
    move || match bundle.status() {
        Status::Ready(contents) => (contents.reviews)(slug.clone(), summary, first.clone()),
        Status::Failed => view! {
            <section class="reviews" id="reviews">
                <ApiErrorView error=ApiError::Network on_retry=retry />
            </section>
        }
        .into_any(),
        Status::Absent | Status::Loading => view! {
            <section class="reviews" id="reviews">
                <Loading>
                    <Skeleton shape=SkeletonShape::Title />
                    <Skeleton shape=SkeletonShape::Row lines=6 />
                </Loading>
            </section>
        }
        .into_any(),
    }
}

/// The passing messages, as soon as the second bundle is here; the first one asks
/// for it.
#[component]
pub fn LaterToaster() -> impl IntoView {
    let bundle = SecondBundle::expect();
    let toasts = Toasts::expect().signal();
    Effect::new(move |_| {
        if toasts.with(|toasts| !toasts.is_empty()) {
            untrack(|| bundle.load());
        }
    });
    move || match bundle.status() {
        Status::Ready(contents) => (contents.toaster)(),
        Status::Absent | Status::Loading | Status::Failed => ().into_any(),
    }
}
