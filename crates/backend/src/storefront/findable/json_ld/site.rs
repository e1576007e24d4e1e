//! The shop itself, and the way to a page.

use serde_json::{Value, json};
use vitrine::routes::Route;
use vitrine_contract::catalog::CategoryLink;
use vitrine_i18n::{Locale, strings};

use super::super::address::Place;

/// The shop, and how to search it.
pub fn site(place: &Place) -> Value {
    let home = place.url(&Route::Home);
    let name = strings::shell::shop_name(place.locale);
    json!({
        "@type": "WebSite",
        "name": name,
        "url": home,
        "inLanguage": Locale::ALL.map(Locale::tag),
        "publisher": { "@type": "OnlineStore", "name": name, "url": home },
        "potentialAction": {
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": place.search() },
            "query-input": "required name=search_term_string",
        },
    })
}

/// From home, past the category where there is one, to the page.
pub fn trail(place: &Place, category: Option<&CategoryLink>, title: &str) -> Value {
    let home = (strings::shell::home(place.locale), place.url(&Route::Home));
    let category =
        category.map(|link| (link.name.as_str(), place.url(&Route::Category(link.slug.clone()))));
    let here = (title, place.canonical());
    let steps = [Some(home), category, Some(here)].into_iter().flatten().enumerate();
    let items: Vec<_> = steps
        .map(|(index, (name, url))| {
            json!({ "@type": "ListItem", "position": index + 1, "name": name, "item": url })
        })
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}
