use leptos::prelude::*;

use super::{Dialog, Glyph, IconButton, PictureSource};
use crate::i18n::{strings, use_locale};

/// A close look at a gallery's picture: a press enlarges it further, then it
/// scrolls under the finger.
#[component]
pub fn GalleryZoom(
    /// Whose pictures they are.
    label: String,
    pictures: Vec<PictureSource>,
    /// The picture in front.
    current: RwSignal<usize>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let locale = use_locale();
    let near = RwSignal::new(false);
    let last = pictures.len().saturating_sub(1);
    let close = move |()| {
        near.set(false);
        open.set(false);
    };
    let step = move |forwards: bool| {
        near.set(false);
        current.update(|i| *i = if forwards { (*i + 1).min(last) } else { i.saturating_sub(1) });
    };
    let walk = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "ArrowRight" => step(true),
        "ArrowLeft" => step(false),
        _ => {}
    };
    let picture = move || {
        if !open.get() {
            return None;
        }
        let source = pictures.get(current.get())?;
        let (src, alt) = (source.at(u32::MAX), source.alt.clone());
        Some(view! {
            <button
                type="button"
                class="gallery-zoom__picture"
                aria-pressed=move || if near.get() { "true" } else { "false" }
                on:click=move |_| near.update(|near| *near = !*near)
            >
                <img src=src alt=alt width=source.width height=source.height/>
            </button>
        })
    };
    view! {
        <Dialog open on_close=close title=label shape="--full">
            <div class="gallery-zoom" on:keydown=walk>
                {picture}
                <div class="gallery-zoom__arrows" hidden={last == 0}>
                    <IconButton
                        glyph=Glyph::ChevronLeft
                        filled=true
                        label=strings::ui::previous_picture(locale)
                        disabled=Signal::derive(move || current.get() == 0)
                        on_press=move |()| step(false)
                    />
                    <IconButton
                        glyph=Glyph::ChevronRight
                        filled=true
                        label=strings::ui::next_picture(locale)
                        disabled=Signal::derive(move || current.get() >= last)
                        on_press=move |()| step(true)
                    />
                </div>
            </div>
        </Dialog>
    }
}
