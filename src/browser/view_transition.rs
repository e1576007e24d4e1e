//! The picture that goes along: from a product's tile to its page, and back.
//!
//! The browser's View Transition API, begun when the new page is there already. Begun on
//! the old page, as it is meant, it would hold the new one back until the old one was
//! drawn aside (`docs/adr/0013` has the figures). So the picture that was left is laid
//! over the new page, where it was, and goes from there.

use std::cell::RefCell;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{DomRect, HtmlImageElement};

use super::seen_tile::{self, GALLERY};

/// The pictures of tiles.
#[cfg(target_arch = "wasm32")]
const TILE: &str = ".product-tile img";

/// A picture, and where on the screen it is.
type Seen = (HtmlImageElement, DomRect);

/// What somebody sets out from, and what they go to.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
enum Left {
    /// To a product, whose page begins with its picture.
    Tile(Seen),
    /// Back to a tile, which may be anywhere.
    Gallery(Seen),
}

thread_local! {
    /// What was in sight when somebody set out.
    static LEFT: RefCell<Option<Left>> = const { RefCell::new(None) };
}

/// Notes from here on which picture somebody leaves, and of which tile. Before the router
/// hears of it, whose listener has the next page rendered.
pub fn follow_pictures() {
    window_event_listener(ev::click, |event| {
        LEFT.set(seen_tile::press(&event).and_then(seen).map(Left::Tile));
    });
    window_event_listener(ev::popstate, |_| {
        LEFT.set(in_sight(GALLERY).map(Left::Gallery));
        seen_tile::forget();
    });
}

/// The first picture that matches and is on the screen.
fn in_sight(selector: &str) -> Option<Seen> {
    let all = document().query_selector_all(selector).ok()?;
    (0..all.length()).find_map(|at| seen(all.item(at)?.dyn_into().ok()?))
}

/// Where a picture is, if nothing of another part of the page lies over its middle.
fn seen(picture: HtmlImageElement) -> Option<Seen> {
    let place = picture.get_bounding_client_rect();
    let middle = (place.left() + place.width() / 2.0, place.top() + place.height() / 2.0);
    let top = document().element_from_point(middle.0 as f32, middle.1 as f32)?;
    let part = picture.closest("article").ok()??;
    // What has not been painted yet is not hit, but something around it.
    (part.contains(Some(&top)) || top.contains(Some(&part))).then_some((picture, place))
}

/// Brings the picture that was left to its place on the new page, if that is there
/// already, shows the same picture, and somebody wants to see things move.
pub fn bring_picture(is_there: bool) {
    let left = LEFT.take();
    #[cfg(target_arch = "wasm32")]
    if let Some(left) = left.filter(|_| is_there && welcomes_motion()) {
        wasm::bring(left);
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (left, is_there);
}

#[cfg(target_arch = "wasm32")]
fn welcomes_motion() -> bool {
    let wish = window().match_media("(prefers-reduced-motion: reduce)");
    !wish.ok().flatten().is_some_and(|wish| wish.matches())
}

#[cfg(target_arch = "wasm32")]
mod wasm {
    use js_sys::{Function, Promise};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::HtmlElement;

    use super::super::after_next_frame;
    use super::super::release::get_property;
    use super::super::seen_tile::stand_in;
    use super::*;

    // Both stand in `style/ui/moving-picture.css`.
    const LEAVING: &str = "picture moving-picture";
    const ARRIVING: &str = "data-arriving";

    pub fn bring(left: Left) -> Option<()> {
        // Not every browser has it.
        let start = get_property(&document(), "startViewTransition").ok()?;
        let start: Function = start.dyn_into().ok()?;
        let (picture, place, next) = match left {
            // It is in sight, since a product's page begins with it. To ask where would have
            // the page laid out before its first frame.
            Left::Tile((picture, place)) => {
                let next = first_of(GALLERY, &picture)?;
                (picture, place, next)
            }
            Left::Gallery((picture, place)) => {
                let (next, _) = in_sight(&same(TILE, &picture)?)?;
                stand_in(&next, &picture.current_src());
                (picture, place, next)
            }
        };
        mark(&next, Some("soon"));
        lay_over(&picture, &place)?;
        // The page is shown before anything moves, and is there in whole if its answer is.
        after_next_frame(move || move_on(&start, picture, next));
        Some(())
    }

    /// The same picture in other elements.
    fn same(selector: &str, picture: &HtmlImageElement) -> Option<String> {
        Some(format!("{selector}[src='{}']", picture.get_attribute("src")?))
    }

    fn first_of(selector: &str, picture: &HtmlImageElement) -> Option<HtmlImageElement> {
        document().query_selector(&same(selector, picture)?).ok()??.dyn_into().ok()
    }

    fn move_on(start: &Function, picture: HtmlImageElement, next: HtmlImageElement) {
        // What a product's page began with may have made room for the whole of it.
        let next = if next.is_connected() { Some(next) } else { first_of(GALLERY, &picture) };
        let Some(next) = next else {
            picture.remove();
            return;
        };
        mark(&next, Some("soon"));
        let (left, arriving) = (picture.clone(), next.clone());
        let change = Closure::once_into_js(move || {
            left.remove();
            mark(&arriving, Some("now"));
        });
        let transition = start.call1(&document(), &change);
        leptos::task::spawn_local(async move {
            if let Ok(transition) = transition {
                // Each fails where the browser breaks the move off, and then it is over, too.
                for moment in ["ready", "finished"] {
                    let _ = wait(&transition, moment).await;
                }
            }
            picture.remove();
            mark(&next, None);
        });
    }

    fn mark(next: &HtmlImageElement, state: Option<&str>) {
        // Setting an attribute with a valid name cannot fail.
        let _ = match state {
            Some(state) => next.set_attribute(ARRIVING, state),
            None => next.remove_attribute(ARRIVING),
        };
    }

    async fn wait(transition: &JsValue, moment: &str) -> Result<JsValue, JsValue> {
        JsFuture::from(get_property(transition, moment)?.dyn_into::<Promise>()?).await
    }

    /// Puts a picture of the old page over the new one, where it was.
    fn lay_over(picture: &HtmlImageElement, place: &DomRect) -> Option<()> {
        picture.set_class_name(LEAVING);
        // Whole pixels: writing out fractions is code.
        let [left, top, width, height] =
            [place.left(), place.top(), place.width(), place.height()].map(|one| one as i32);
        let style = format!("left:{left}px;top:{top}px;width:{width}px;height:{height}px");
        HtmlElement::style(picture).set_css_text(&style);
        document().body()?.append_child(picture).ok()?;
        Some(())
    }
}
