use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::{html, web_sys::HtmlElement};

use super::gallery_zoom::GalleryZoom;
use super::{Glyph, IconButton, Picture, PictureSource};
use crate::i18n::{strings, use_locale};

/// The pictures of one thing: swipe, arrow keys, thumbnails, and a close look.
#[component]
pub fn Gallery(
    /// What is shown: the product's title.
    #[prop(into)]
    label: String,
    pictures: Vec<PictureSource>,
    /// Brings a picture to the front when it changes: the chosen variant's.
    #[prop(optional, into)]
    show: Signal<usize>,
    /// How wide the picture is shown, as the `sizes` attribute says it.
    #[prop(default = "(width >= 48rem) calc(min(46vw, 52rem)*{ratio}), calc(100vw*{ratio})")]
    sizes: &'static str,
) -> impl IntoView {
    let locale = use_locale();
    let count = pictures.len();
    let current = RwSignal::new(0);
    let zoomed = RwSignal::new(false);
    let track = NodeRef::<html::Ul>::new();
    // Where a smooth scroll is heading; slides it passes on the way don't count.
    let heading = StoredValue::new(None);
    let go = move |index: usize| {
        let index = index.min(count.saturating_sub(1));
        current.set(index);
        heading.set_value(Some(index));
        if let Some(track) = track.get_untracked() {
            track.set_scroll_left(index as i32 * track.client_width());
        }
    };
    Effect::new(move || {
        let wanted = show.get();
        if wanted != current.get_untracked() {
            go(wanted);
        }
    });
    let scrolled = move |_| {
        let Some(track) = track.get_untracked() else { return };
        let width = track.client_width().max(1);
        let index = ((track.scroll_left() + width / 2) / width).max(0) as usize;
        match heading.get_value() {
            Some(goal) if goal == index => heading.set_value(None),
            Some(_) => {}
            None if index != current.get_untracked() => current.set(index),
            None => {}
        }
    };
    let take_over = move || heading.set_value(None);
    let walk = move |event: leptos::ev::KeyboardEvent| {
        let here = current.get_untracked();
        match event.key().as_str() {
            "ArrowRight" => go(here + 1),
            "ArrowLeft" => go(here.saturating_sub(1)),
            _ => return,
        }
        event.prevent_default();
        focus_slide(track, current.get_untracked());
    };
    let slides = slides(&pictures, sizes, current, zoomed);
    let thumbnails = thumbnails(&pictures, current, Callback::new(go));
    let name = label.clone();
    let position = move || {
        let (index, total) = ((current.get() + 1).to_string(), count.to_string());
        (count > 1).then(|| strings::ui::picture_of(locale, &index, &total))
    };
    view! {
        <section class="gallery" aria-label=name>
            <div class="gallery__stage">
                <ul
                    class="gallery__track"
                    node_ref=track
                    on:scroll=scrolled
                    on:keydown=walk
                    on:pointerdown=move |_| take_over()
                    on:wheel=move |_| take_over()
                >
                    {slides}
                </ul>
                <div class="gallery__arrows" hidden={count < 2}>
                    <IconButton
                        glyph=Glyph::ChevronLeft
                        filled=true
                        label=strings::ui::previous_picture(locale)
                        disabled=Signal::derive(move || current.get() == 0)
                        on_press=move |()| go(current.get_untracked().saturating_sub(1))
                    />
                    <IconButton
                        glyph=Glyph::ChevronRight
                        filled=true
                        label=strings::ui::next_picture(locale)
                        disabled=Signal::derive(move || current.get() + 1 >= count)
                        on_press=move |()| go(current.get_untracked() + 1)
                    />
                </div>
                <p class="gallery__position">{position}</p>
            </div>
            {thumbnails}
            <GalleryZoom label pictures current open=zoomed/>
        </section>
    }
}

fn slides(
    pictures: &[PictureSource],
    sizes: &'static str,
    current: RwSignal<usize>,
    zoomed: RwSignal<bool>,
) -> impl IntoView + use<> {
    let locale = use_locale();
    pictures
        .iter()
        .enumerate()
        .map(|(index, picture)| {
            view! {
                <li class="gallery__slide">
                    <button
                        type="button"
                        class="gallery__open"
                        tabindex=move || if current.get() == index { "0" } else { "-1" }
                        on:click=move |_| zoomed.set(true)
                    >
                        <Picture source=picture.clone() sizes first={index == 0}/>
                        <span class="visually-hidden">{strings::ui::zoom(locale)}</span>
                    </button>
                </li>
            }
        })
        .collect_view()
}

fn thumbnails(
    pictures: &[PictureSource],
    current: RwSignal<usize>,
    go: Callback<usize>,
) -> impl IntoView + use<> {
    let locale = use_locale();
    let total = pictures.len().to_string();
    let items = pictures
        .iter()
        .enumerate()
        .map(|(index, picture)| {
            let name = strings::ui::picture_of(locale, &(index + 1).to_string(), &total);
            let source = PictureSource { alt: String::new(), ..picture.clone() };
            view! {
                <li>
                    <button
                        type="button"
                        class="gallery__thumbnail"
                        aria-label=name
                        aria-current=move || (current.get() == index).then_some("true")
                        on:click=move |_| go.run(index)
                    >
                        <Picture source sizes="calc(4rem*{ratio})"/>
                    </button>
                </li>
            }
        })
        .collect_view();
    (pictures.len() > 1).then(|| view! { <ul class="gallery__thumbnails">{items}</ul> })
}

/// Keeps the focus on the slide in front when arrow keys move along.
fn focus_slide(track: NodeRef<html::Ul>, index: usize) {
    let button = track
        .get_untracked()
        .and_then(|track| track.children().item(index as u32))
        .and_then(|slide| slide.first_element_child())
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        let _ = button.focus();
    }
}
