use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCollection, HtmlElement};

use super::markup::{Markup, html, listen, pressed};
use super::{Glyph, PictureSource, icon, picture};
use crate::i18n::{Locale, strings};
use crate::reactive::effect;

/// The pictures of one thing: swipe, arrow keys, thumbnails. `label` is what is shown, the
/// product's title; `sizes` is how wide the picture is, as for [`picture`]. A
/// [`Gallery`] brings it to life.
pub fn gallery(l: Locale, label: &str, pictures: &[PictureSource], sizes: &str) -> Markup {
    let count = pictures.len();
    html! {
        section.gallery aria-label=(label) {
            div.gallery__stage {
                ul.gallery__track {
                    @for (index, source) in pictures.iter().enumerate() {
                        li.gallery__slide {
                            button.gallery__open type="button" tabindex=(tabindex(index == 0)) {
                                (picture(source, sizes, index == 0))
                                span.visually-hidden { (strings::ui::zoom(l)) }
                            }
                        }
                    }
                }
                div.gallery__arrows hidden[count < 2] {
                    (arrow(Glyph::ChevronLeft, strings::ui::previous_picture(l), true))
                    (arrow(Glyph::ChevronRight, strings::ui::next_picture(l), count < 2))
                }
                p.gallery__position { (position(l, 0, count)) }
            }
            @if count > 1 {
                ul.gallery__thumbnails {
                    @for (index, source) in pictures.iter().enumerate() {
                        li { (thumbnail(l, source, index, count)) }
                    }
                }
            }
        }
    }
}

fn arrow(glyph: Glyph, name: &str, disabled: bool) -> Markup {
    html! {
        button."icon-button"."icon-button--filled" type="button" aria-label=(name) title=(name)
            disabled[disabled] { (icon(glyph)) }
    }
}

fn thumbnail(l: Locale, source: &PictureSource, index: usize, count: usize) -> Markup {
    // The button has the name.
    let source = PictureSource { alt: String::new(), ..source.clone() };
    html! {
        button.gallery__thumbnail type="button" aria-label=(position(l, index, count))
            aria-current=[(index == 0).then_some("true")] {
            (picture(&source, "calc(4rem*{ratio})", false))
        }
    }
}

/// "Picture 2 of 5"; of a single one nothing is said.
fn position(l: Locale, index: usize, count: usize) -> String {
    let (number, total) = ((index + 1).to_string(), count.to_string());
    if count > 1 { strings::ui::picture_of(l, &number, &total) } else { String::new() }
}

fn tabindex(in_front: bool) -> &'static str {
    if in_front { "0" } else { "-1" }
}

/// What a [`gallery`] shows.
#[derive(Clone, Copy, Default)]
pub struct Gallery {
    /// The number of the picture in front.
    pub current: RwSignal<usize>,
    /// Whether it is looked at closely: for a [`GalleryZoom`](super::GalleryZoom).
    pub zoomed: RwSignal<bool>,
}

impl Gallery {
    /// Brings the gallery in `root` to life until the owner is cleaned up; `show`
    /// brings a picture to the front when it changes: the chosen variant's.
    pub fn follow(self, l: Locale, root: &Element, show: Signal<usize>) {
        let Some(parts) = Parts::of(root) else { return };
        let Self { current, zoomed } = self;
        let parts = StoredValue::new_local(parts);
        // Where a smooth scroll is heading; slides it passes on the way don't count.
        let heading = StoredValue::new(None);
        let go = move |index: usize| {
            parts.with_value(|parts| {
                let index = index.min(parts.slides.length().saturating_sub(1) as usize);
                current.set(index);
                heading.set_value(Some(index));
                parts.track.set_scroll_left(index as i32 * parts.track.client_width());
            });
        };
        effect(move || {
            let wanted = show.get();
            if wanted != current.get_untracked() {
                go(wanted);
            }
        });
        let mut before = 0;
        effect(move || {
            let now = current.get();
            if before != now {
                parts.with_value(|parts| parts.bring(l, now));
            }
            before = now;
        });

        let track = parts.with_value(|parts| parts.track.clone());
        listen(&track, "scroll", move |_| {
            let index = parts.with_value(|parts| parts.in_front());
            match heading.get_value() {
                Some(goal) if goal == index => heading.set_value(None),
                Some(_) => {}
                None if index != current.get_untracked() => current.set(index),
                None => {}
            }
        });
        for taken in ["pointerdown", "wheel"] {
            listen(&track, taken, move |_| heading.set_value(None));
        }
        listen(&track, "keydown", move |event| {
            let here = current.get_untracked();
            match event.unchecked_ref::<KeyboardEvent>().key().as_str() {
                "ArrowRight" => go(here + 1),
                "ArrowLeft" => go(here.saturating_sub(1)),
                _ => return,
            }
            event.prevent_default();
            parts.with_value(|parts| parts.focus_slide(current.get_untracked()));
        });
        listen(root, "click", move |event| {
            let Some(pressed) = pressed(&event, "button") else { return };
            match parts.with_value(|parts| parts.meaning_of(&pressed)) {
                Some(Wish::Zoom) => zoomed.set(true),
                Some(Wish::Picture(index)) => go(index),
                Some(Wish::Previous) => go(current.get_untracked().saturating_sub(1)),
                Some(Wish::Next) => go(current.get_untracked() + 1),
                None => {}
            }
        });
    }
}

/// What a button of the gallery is for.
enum Wish {
    Zoom,
    Picture(usize),
    Previous,
    Next,
}

/// The gallery's elements.
struct Parts {
    track: Element,
    slides: HtmlCollection,
    arrows: HtmlCollection,
    position: Element,
    thumbnails: Option<HtmlCollection>,
}

impl Parts {
    fn of(root: &Element) -> Option<Self> {
        let find = |selector| root.query_selector(selector).ok().flatten();
        let track = find(".gallery__track")?;
        Some(Self {
            slides: track.children(),
            track,
            arrows: find(".gallery__arrows")?.children(),
            position: find(".gallery__position")?,
            thumbnails: find(".gallery__thumbnails").map(|list| list.children()),
        })
    }

    /// Brings a picture to the front.
    fn bring(&self, l: Locale, index: usize) {
        let count = self.slides.length() as usize;
        // None of these fails: their names are right.
        for (at, button) in buttons(&self.slides).enumerate() {
            let _ = button.set_attribute("tabindex", tabindex(at == index));
        }
        for (at, button) in self.thumbnails.iter().flat_map(buttons).enumerate() {
            let _ = match at == index {
                true => button.set_attribute("aria-current", "true"),
                false => button.remove_attribute("aria-current"),
            };
        }
        for (at, is_end) in [(0, index == 0), (1, index + 1 >= count)] {
            if let Some(arrow) = self.arrows.item(at) {
                let _ = arrow.toggle_attribute_with_force("disabled", is_end);
            }
        }
        self.position.set_text_content(Some(&position(l, index, count)));
    }

    fn in_front(&self) -> usize {
        let width = self.track.client_width().max(1);
        ((self.track.scroll_left() + width / 2) / width).max(0) as usize
    }

    fn meaning_of(&self, button: &Element) -> Option<Wish> {
        let is_arrow = |at| self.arrows.item(at).as_ref() == Some(button);
        let thumbnail = self.thumbnails.iter().flat_map(buttons).position(|one| one == *button);
        match thumbnail {
            Some(index) => Some(Wish::Picture(index)),
            None if is_arrow(0) => Some(Wish::Previous),
            None if is_arrow(1) => Some(Wish::Next),
            None => buttons(&self.slides).any(|one| one == *button).then_some(Wish::Zoom),
        }
    }

    /// Keeps the focus on the slide in front when arrow keys move along.
    fn focus_slide(&self, index: usize) {
        let button = buttons(&self.slides).nth(index);
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            // It is in the document, so this cannot fail.
            let _ = button.focus();
        }
    }
}

/// The button in each item of a list.
fn buttons(list: &HtmlCollection) -> impl Iterator<Item = Element> + '_ {
    (0..list.length()).filter_map(|at| list.item(at)?.first_element_child())
}
