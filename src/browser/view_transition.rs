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
use web_sys::{DomRect, Event, HtmlImageElement};

/// The large picture of a product's page.
const GALLERY: &str = ".gallery__slide img";

/// A picture, and where on the screen it is.
type Seen = (HtmlImageElement, DomRect);

thread_local! {
    /// What was in sight when somebody set out.
    static LEFT: RefCell<Option<Seen>> = const { RefCell::new(None) };
}

/// Notes from here on which picture somebody leaves. Before the router hears of it,
/// whose listener has the next page rendered.
pub fn follow_pictures() {
    window_event_listener(ev::click, |event| LEFT.set(of_tile(&event)));
    window_event_listener(ev::popstate, |_| LEFT.set(in_sight(GALLERY)));
}

/// The picture of the tile whose link was pressed.
fn of_tile(event: &Event) -> Option<Seen> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let tile = target.closest(".product-tile__link").ok()??.closest("article").ok()??;
    seen(tile.query_selector("img").ok()??.dyn_into().ok()?)
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

    use super::super::release::get_property;
    use super::*;

    // Both stand in `style/ui/moving-picture.css`.
    const LEAVING: &str = "picture moving-picture";
    const ARRIVING: &str = "data-arriving";

    pub fn bring((picture, place): Seen) -> Option<()> {
        // Not every browser has it.
        let start = get_property(&document(), "startViewTransition").ok()?;
        let start: Function = start.dyn_into().ok()?;
        let source = picture.get_attribute("src")?;
        let same = format!(":is(.gallery__slide, .product-tile) img[src='{source}']");
        let (next, _) = in_sight(&same)?;
        if !next.complete() {
            // The small one, which is here, until the larger one has come.
            let stand_in = format!("center / cover url(\"{}\")", picture.current_src());
            let _ = HtmlElement::style(&next).set_property("background", &stand_in);
        }
        lay_over(&picture, &place)?;
        next.set_attribute(ARRIVING, "soon").ok()?;
        let (left, arriving) = (picture.clone(), next.clone());
        let change = Closure::once_into_js(move || {
            left.remove();
            // Setting an attribute with a valid name cannot fail.
            let _ = arriving.set_attribute(ARRIVING, "now");
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
            let _ = next.remove_attribute(ARRIVING);
        });
        Some(())
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
