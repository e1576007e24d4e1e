use leptos::prelude::*;

use crate::i18n::{strings, use_locale};

/// Holds skeletons and says once that something is loading.
#[component]
pub fn Loading(
    /// [`super::Skeleton`]s in the geometry of what comes.
    children: Children,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="loading" aria-busy="true">
            <span class="visually-hidden" role="status">{strings::ui::loading(locale)}</span>
            {children()}
        </div>
    }
}
