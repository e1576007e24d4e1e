use leptos::prelude::*;
use leptos::{ev, html};
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};

use crate::i18n::{strings, use_locale};
use crate::routes::{Page, Route};
use crate::ui::{Glyph, Icon};

/// The search in the top bar. A plain GET form underneath, so that it works
/// before the app is there.
#[component]
pub fn SearchBox() -> impl IntoView {
    let l = use_locale();
    let navigate = use_navigate();
    let location = use_location();
    let query = use_query_map();
    let field = NodeRef::<html::Input>::new();
    // Shows what was searched for, and nothing elsewhere.
    let shown = Memo::new(move |_| {
        if location.pathname.with(|path| Page::of(path)) == Page::Search {
            query.with(|q| q.get("q")).unwrap_or_default()
        } else {
            String::new()
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let words = field.value().trim().to_owned();
        // Lets a phone's keyboard go, so that the results can be seen.
        let _ = field.blur();
        navigate(&Route::Search(words).href(), NavigateOptions::default());
    };
    let clear = move |_| {
        if let Some(field) = field.get_untracked() {
            field.set_value("");
            let _ = field.focus();
        }
    };
    view! {
        <search class="top-bar__search">
            <form class="search-box" action="/search" method="get" on:submit=submit>
                <span class="search-box__icon">
                    <Icon glyph=Glyph::Search />
                </span>
                <input
                    node_ref=field
                    class="search-box__field"
                    type="search"
                    name="q"
                    maxlength="80"
                    enterkeyhint="search"
                    autocomplete="off"
                    placeholder=strings::shell::search_placeholder(l)
                    aria-label=strings::shell::search(l)
                    value=shown.get_untracked()
                    prop:value=move || shown.get()
                />
                <button
                    type="button"
                    class="search-box__clear"
                    aria-label=strings::shell::clear_search(l)
                    on:click=clear
                >
                    <Icon glyph=Glyph::Close />
                </button>
            </form>
        </search>
    }
}
