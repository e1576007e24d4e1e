//! Structured data (schema.org as JSON-LD): what the page shows, for machines. Nothing
//! is told here that a visitor cannot read.

mod product;
mod site;

use serde_json::json;

use super::about::About;
use super::address::Place;
use crate::storefront::template::data_block;

/// The data block of a page; nothing where there is nothing to tell. Browsers run no
/// block of this type, so that the policy on scripts does not concern it.
pub fn script(place: &Place, about: &About) -> String {
    let graph = match about {
        About::Home(_) => vec![site::site(place)],
        About::List(list) => {
            let category = list.category.as_ref();
            category.map(|category| site::trail(place, None, &category.name)).into_iter().collect()
        }
        About::Product(page, shown) => vec![
            product::product(place, page, shown.as_ref()),
            site::trail(place, Some(&page.product.category), &page.product.title),
        ],
    };
    if graph.is_empty() {
        return String::new();
    }
    let data = json!({ "@context": "https://schema.org", "@graph": graph });
    data_block("application/ld+json", &data.to_string())
}
