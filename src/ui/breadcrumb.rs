use super::markup::{Markup, html};

/// The way from home to here, as text. `label` is “You are here”; the trail has
/// address and name of each place above this one.
pub fn breadcrumb(label: &str, trail: &[(String, String)], here: &str) -> Markup {
    html! {
        nav.breadcrumb aria-label=(label) {
            ol.breadcrumb__list {
                @for (href, name) in trail { li { a href=(href) { (name) } } }
                li aria-current="page" { (here) }
            }
        }
    }
}
