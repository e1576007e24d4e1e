//! What a tile has shown of its product, for the first moment of the product's page. What
//! is remembered may be asked for while a page is rendered: a server remembers nothing.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlImageElement};

/// The large picture of a product's page.
pub(super) const GALLERY: &str = ".gallery__slide img";

/// What was seen of a product before its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenTile {
    /// Where the tile led.
    href: String,
    /// The product's name.
    pub title: String,
    /// The picture's `src`.
    pub source: String,
    /// The address of the picture as it was on the screen, which is at hand.
    pub shown: String,
}

thread_local! {
    /// The tile that was pressed last, if that was the last press.
    static PRESSED: RefCell<Option<SeenTile>> = const { RefCell::new(None) };
}

/// The picture of the tile whose link was pressed, which is remembered from here on.
pub(super) fn press(event: &Event) -> Option<HtmlImageElement> {
    let tile = of(event);
    let picture = tile.as_ref().map(|(_, picture)| picture.clone());
    PRESSED.set(tile.map(|(seen, _)| seen));
    picture
}

fn of(event: &Event) -> Option<(SeenTile, HtmlImageElement)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let link = target.closest(".product-tile__link").ok()??;
    let picture = link.closest("article").ok()??.query_selector("img").ok()??;
    let picture: HtmlImageElement = picture.dyn_into().ok()?;
    let seen = SeenTile {
        href: link.get_attribute("href")?,
        title: link.text_content()?,
        source: picture.get_attribute("src")?,
        shown: picture.current_src(),
    };
    Some((seen, picture))
}

/// Forgets it: whoever goes back or forward comes from no tile.
pub(super) fn forget() {
    PRESSED.set(None);
}

/// What the tile has shown that led to this address, if it was pressed last.
pub fn seen_tile(href: &str) -> Option<SeenTile> {
    PRESSED.with_borrow(|tile| tile.clone().filter(|tile| tile.href == href))
}

/// The same, for once: a page that is made anew has more to show.
pub fn take_seen_tile(href: &str) -> Option<SeenTile> {
    PRESSED.with_borrow_mut(|tile| tile.take_if(|tile| tile.href == href))
}

/// Shows the tile's picture in the place of the page's until that has come. Before the next
/// frame, when the page is there.
pub fn stand_in_soon(tile: &SeenTile) {
    let (goal, shown) = (format!("{GALLERY}[src='{}']", tile.source), tile.shown.clone());
    request_animation_frame(move || {
        if let Ok(Some(picture)) = document().query_selector(&goal) {
            stand_in(picture.unchecked_ref(), &shown);
        }
    });
}

/// The same for any two pictures, now.
pub(super) fn stand_in(picture: &HtmlImageElement, shown: &str) {
    if !picture.complete() {
        let background = format!("center / cover url(\"{shown}\")");
        // It is a value of that property, so this cannot fail.
        let _ = HtmlElement::style(picture).set_property("background", &background);
    }
}
