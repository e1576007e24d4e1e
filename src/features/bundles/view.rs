use leptos::prelude::*;

use super::state::{Bundles, Status};
use crate::api::ApiError;
use crate::browser;
use crate::features::errors::ApiErrorView;
use crate::features::product::{LoadingTiles, loading_product};
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::{effect, memo};
use crate::routes::{Page, Part, Route};
use crate::state::Toasts;
use crate::ui::{Loading, Skeleton, SkeletonShape};

/// A page of a part of the shop, as soon as its bundle is here.
#[component]
pub fn LaterPage(page: Page, part: Part) -> impl IntoView {
    let l = use_locale();
    let bundles = Bundles::expect();
    let retry = Callback::new(move |()| bundles.load(part));
    effect(move || untrack(|| bundles.load(part)));
    move || match bundles.status(part) {
        Status::Ready(contents) => (contents.page)(page.clone()),
        Status::Failed => view! {
            <ApiErrorView error=ApiError::Network on_retry=retry page=true />
        }
        .into_any(),
        Status::Absent | Status::Loading => match page {
            Page::Product(ref slug) => {
                loading_product(browser::seen_tile(&Route::product(slug).href()).as_ref())
            }
            _ if part.is_in_window() => view! { <LoadingTiles /> }.into_any(),
            _ => loading_page(l),
        },
    }
}

fn loading_page(l: Locale) -> AnyView {
    view! {
        // Holds the focus of the page to come.
        <h1 class="visually-hidden" id="page-title" tabindex="-1">
            {strings::ui::loading(l)}
        </h1>
        <Loading>
            <Skeleton shape=SkeletonShape::Title />
            <Skeleton shape=SkeletonShape::Row lines=4 />
        </Loading>
    }
    .into_any()
}

/// The reviews of a product, as soon as a bundle is here: they stand below what
/// a page opens with.
#[component]
pub fn LaterReviews(slug: String) -> impl IntoView {
    let bundles = Bundles::expect();
    let retry = Callback::new(move |()| bundles.load(Part::Till));
    bundles.load_behind_soon();
    let reviews = memo(move || bundles.behind().map(|behind| behind.reviews));
    move || match (reviews.get(), bundles.status(Part::Till)) {
        (Some(reviews), _) => reviews(slug.clone()),
        (None, Status::Failed) => view! {
            <section class="reviews" id="reviews">
                <ApiErrorView error=ApiError::Network on_retry=retry />
            </section>
        }
        .into_any(),
        (None, _) => view! {
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

/// The passing messages, as soon as a bundle is here; the first one asks for the
/// till.
#[component]
pub fn LaterToaster() -> impl IntoView {
    let bundles = Bundles::expect();
    let toasts = Toasts::expect().signal();
    let toaster = memo(move || bundles.behind().map(|behind| behind.toaster));
    effect(move || {
        if toaster.get().is_none() && toasts.with(|toasts| !toasts.is_empty()) {
            untrack(|| bundles.load(Part::Till));
        }
    });
    move || toaster.get().map_or_else(|| ().into_any(), |toaster| toaster())
}
