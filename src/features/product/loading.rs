use leptos::prelude::*;

use crate::i18n::{strings, use_locale};
use crate::ui::{Skeleton, SkeletonShape, SkeletonTiles};

/// A grid of products to come.
#[component]
pub fn LoadingTiles() -> impl IntoView {
    let l = use_locale();
    view! {
        <p class="visually-hidden" role="status">
            {strings::catalog::loading_products(l)}
        </p>
        <SkeletonTiles count=12 />
    }
}

/// The geometry of a product's page, before its data.
pub fn loading_product() -> AnyView {
    view! {
        <div class="product-page" aria-hidden="true">
            <div class="product-page__gallery">
                <Skeleton shape=SkeletonShape::Picture />
            </div>
            <div class="product-page__buy">
                <Skeleton shape=SkeletonShape::Title />
                <Skeleton />
                <Skeleton />
                <Skeleton shape=SkeletonShape::Button />
            </div>
        </div>
    }
    .into_any()
}
