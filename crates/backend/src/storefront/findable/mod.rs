//! What a page tells those who index and share it: where it belongs, in which
//! languages it is there, and what it is about. See docs/adr/0011.

mod about;
mod address;
mod json_ld;
mod links;
mod social_card;

use vitrine::routes::Page;
use vitrine::server::FirstScreen;

use self::about::About;
use self::address::Place;
pub use self::address::{href, is_indexed, parameter};
use super::origin::Origin;

/// What goes into a page for them.
#[derive(Default)]
pub struct Notes {
    /// For the end of the head.
    pub head: String,
    /// Structured data, for the end of the body: nobody waits for it.
    pub data: String,
}

/// For a page that was rendered from what it read. One that has not what it would
/// show says nothing, as it may be over in a moment.
pub fn notes(screen: &FirstScreen, path: &str, origin: &Origin) -> Notes {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let page = Page::of(path);
    let Some(place) = Place::of(&page, query, screen.locale, origin) else {
        return Notes::default();
    };
    let Some(about) = About::read(&page, query, screen).filter(|_| screen.is_whole) else {
        return Notes::default();
    };
    let card = social_card::card(&place, &screen.head, about.picture());
    Notes { head: links::links(&place) + &card, data: json_ld::script(&place, &about) }
}
