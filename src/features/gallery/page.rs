use leptos::prelude::*;

use super::switches::Switches;
use super::{actions, choices, failure, feedback, fields, goods, icons, structure, tokens};
use crate::features::head::Title;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::{ChipLink, PageHeader};

/// A family of components.
struct Family {
    /// In the URL.
    slug: &'static str,
    /// On the page.
    name: fn(Locale) -> &'static str,
    specimens: fn() -> AnyView,
}

impl Family {
    const fn new(
        slug: &'static str,
        name: fn(Locale) -> &'static str,
        specimens: fn() -> AnyView,
    ) -> Self {
        Self { slug, name, specimens }
    }
}

const FAMILIES: [Family; 9] = [
    Family::new("actions", strings::gallery::actions, actions::specimens),
    Family::new("fields", strings::gallery::fields, fields::specimens),
    Family::new("choices", strings::gallery::choices, choices::specimens),
    Family::new("goods", strings::gallery::goods, goods::specimens),
    Family::new("feedback", strings::gallery::feedback, feedback::specimens),
    Family::new("structure", strings::gallery::structure, structure::specimens),
    Family::new("failure", strings::gallery::failure, failure::specimens),
    Family::new("icons", strings::gallery::icons, icons::specimens),
    Family::new("tokens", strings::gallery::tokens, tokens::specimens),
];

/// `/gallery/{family}`: one family at a time; the first without a name.
#[component]
pub fn GalleryPage(family: String) -> impl IntoView {
    let l = use_locale();
    let chosen = FAMILIES.iter().find(|known| known.slug == family).unwrap_or(&FAMILIES[0]);
    let name = (chosen.name)(l);
    let links = FAMILIES
        .iter()
        .map(|known| {
            let href = Route::Gallery(known.slug.to_owned()).href();
            let current = known.slug == chosen.slug;
            view! { <li><ChipLink href label=(known.name)(l) current /></li> }
        })
        .collect_view();
    view! {
        <Title text=format!("{} — {}", name, strings::gallery::title(l)) />
        <PageHeader
            title=name
            text=strings::gallery::intro(l)
            back=Some((Route::Home.href(), strings::shell::home(l).to_owned()))
        >
            <Switches />
        </PageHeader>
        <div class="stack">
            <nav aria-label=strings::gallery::title(l)>
                <ul class="chips">{links}</ul>
            </nav>
            {(chosen.specimens)()}
        </div>
    }
}
