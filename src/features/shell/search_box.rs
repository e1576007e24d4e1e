use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use web_sys::{Element, HtmlInputElement};

use crate::i18n::{Locale, strings};
use crate::reactive::{effect, memo};
use crate::routes::{Page, Route};
use crate::ui::markup::{Markup, html, listen};
use crate::ui::{Glyph, icon};

/// The search in the top bar. A plain GET form, so that it works before the app is
/// there. [`follow_search`] brings it to life.
pub fn search_box(l: Locale) -> Markup {
    html! {
        search.top-bar__search {
            form.search-box action="/search" method="get" {
                span.search-box__icon { (icon(Glyph::Search)) }
                input.search-box__field
                    type="search"
                    name="q"
                    maxlength="80"
                    enterkeyhint="search"
                    autocomplete="off"
                    placeholder=(strings::shell::search_placeholder(l))
                    aria-label=(strings::shell::search(l))
                    value=(untrack(searched_for()));
                button.search-box__clear type="button" aria-label=(strings::shell::clear_search(l)) {
                    (icon(Glyph::Close))
                }
            }
        }
    }
}

/// Stays within the app, and shows what was searched for.
pub fn follow_search(place: &Element) {
    let find = |selector| place.query_selector(selector).ok().flatten();
    let (Some(form), Some(field), Some(clear)) = (find("form"), find("input"), find("button"))
    else {
        return;
    };
    let Ok(field) = field.dyn_into::<HtmlInputElement>() else { return };
    let shown = memo(searched_for());
    let own = field.clone();
    let mut before = shown.get_untracked();
    effect(move || {
        let shown = shown.get();
        // What somebody types meanwhile stays.
        if shown != before {
            own.set_value(&shown);
            before = shown;
        }
    });
    let (own, navigate) = (field.clone(), use_navigate());
    listen(&form, "submit", move |event| {
        event.prevent_default();
        let words = own.value().trim().to_owned();
        // Lets a phone's keyboard go, so that the results can be seen.
        let _ = own.blur();
        navigate(&Route::Search(words).href(), NavigateOptions::default());
    });
    listen(&clear, "click", move |_| {
        field.set_value("");
        let _ = field.focus();
    });
}

/// The words of the search that is on the screen, and nothing elsewhere.
fn searched_for() -> impl Fn() -> String + Send + Sync {
    let (location, query) = (use_location(), use_query_map());
    move || {
        if location.pathname.with(|path| Page::of(path)) == Page::Search {
            query.with(|q| q.get("q")).unwrap_or_default()
        } else {
            String::new()
        }
    }
}
