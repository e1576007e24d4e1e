use leptos::prelude::*;

use crate::i18n::{strings, use_locale};
use crate::ui::SkeletonTiles;

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
