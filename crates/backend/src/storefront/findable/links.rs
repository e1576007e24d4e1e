//! Where a page belongs, for its head.

use maud::html;
use vitrine_i18n::Locale;

use super::address::Place;

/// The page's own address, and the same page in each language. The address without a
/// language is for everybody else: there the shop chooses.
pub fn links(place: &Place) -> String {
    html! {
        link rel="canonical" href=(place.canonical());
        @for locale in Locale::ALL {
            link rel="alternate" hreflang=(locale.tag()) href=(place.alternate(Some(locale)));
        }
        link rel="alternate" hreflang="x-default" href=(place.alternate(None));
    }
    .into_string()
}
