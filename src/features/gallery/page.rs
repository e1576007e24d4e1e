use leptos::prelude::*;

use super::switches::Switches;
use super::{actions, choices, failure, feedback, fields, goods, icons, structure, tokens};
use crate::features::head::Title;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::{ChipLink, PageHeader};

/// The families of components: name in the URL, name on the page, and specimens.
const FAMILIES: [(&str, fn(Locale) -> &'static str, fn() -> AnyView); 9] = [
    ("actions", strings::gallery::actions, actions::specimens),
    ("fields", strings::gallery::fields, fields::specimens),
    ("choices", strings::gallery::choices, choices::specimens),
    ("goods", strings::gallery::goods, goods::specimens),
    ("feedback", strings::gallery::feedback, feedback::specimens),
    ("structure", strings::gallery::structure, structure::specimens),
    ("failure", strings::gallery::failure, failure::specimens),
    ("icons", strings::gallery::icons, icons::specimens),
    ("tokens", strings::gallery::tokens, tokens::specimens),
];

/// `/gallery/{family}`: one family at a time; the first without a name.
#[component]
pub fn GalleryPage(family: String) -> impl IntoView {
    let l = use_locale();
    let (chosen, name, specimens) =
        *FAMILIES.iter().find(|(slug, ..)| *slug == family).unwrap_or(&FAMILIES[0]);
    let links = FAMILIES
        .iter()
        .map(|(slug, name, _)| {
            let href = Route::Gallery((*slug).to_owned()).href();
            view! { <li><ChipLink href label=name(l) current={*slug == chosen} /></li> }
        })
        .collect_view();
    view! {
        <Title text=format!("{} — {}", name(l), strings::gallery::title(l)) />
        <PageHeader
            title=name(l)
            text=strings::gallery::intro(l)
            back=Some((Route::Home.href(), strings::shell::home(l).to_owned()))
        >
            <Switches />
        </PageHeader>
        <div class="stack">
            <nav aria-label=strings::gallery::title(l)>
                <ul class="chips">{links}</ul>
            </nav>
            {specimens()}
        </div>
    }
}
