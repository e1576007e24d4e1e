use leptos::ev;
use leptos::prelude::*;
use vitrine_contract::reviews::PHOTOS_MAX;

use super::draft::{Draft, Photo};
use super::pending_photo::PendingPhoto;
use super::uploads::Uploads;
use crate::browser::images;
use crate::features::pictures::picture_source;
use crate::i18n::{strings, use_locale};
use crate::reactive::{effect, memo};
use crate::state::{Stored, Toasts};
use crate::ui::{Each, Glyph, Icon, IconButton, Picture};

/// Photos for the review: chosen, dropped or pasted.
#[component]
pub fn Photos(draft: Stored<Draft>, uploads: Uploads) -> impl IntoView {
    let l = use_locale();
    let toasts = Toasts::expect();
    let over = RwSignal::new(false);
    let max = PHOTOS_MAX.to_string();
    let left_out = strings::review::photos_left_out(l, &max);
    let add = StoredValue::new_local(move |files: Vec<images::PictureFile>| {
        if !files.is_empty() && !uploads.add(files) {
            toasts.show(left_out.clone());
        }
    });
    let chosen = move |event: ev::Event| {
        let files = images::files_chosen(&event);
        images::clear_chosen(&event);
        add.with_value(|add| add(files));
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        add.with_value(|add| add(images::files_dropped(&event)));
    };
    let pasted = move |event: ev::ClipboardEvent| {
        let files = images::files_pasted(&event);
        // A paste of words goes on to the field it was meant for.
        if !files.is_empty() {
            event.prevent_default();
            add.with_value(|add| add(files));
        }
    };
    // Anywhere on the page, so that nothing has to be aimed at.
    effect(move || {
        let listener = window_event_listener(ev::paste, pasted);
        on_cleanup(move || listener.remove());
    });
    let full = move || uploads.room() == 0;
    view! {
        <fieldset
            class="review-form__photos"
            class:review-form__photos--over=move || over.get()
            aria-describedby="photos-text"
            on:dragover=move |event: ev::DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <legend class="field__label">{strings::review::photos(l)}</legend>
            <p class="field__hint" id="photos-text">
                {strings::review::photos_text(l, &max)}
            </p>
            <ul class="photo-picker" class:photo-picker--full=full>
                <Arrived draft />
                <Each items=move || uploads.pending() key=|photo| (photo.id, photo.preview.clone()) let:photo>
                    <PendingPhoto photo uploads />
                </Each>
                <li>
                    <label class="photo-picker__add">
                        <input
                            class="visually-hidden"
                            type="file"
                            accept="image/*"
                            multiple=true
                            disabled=full
                            aria-describedby="photos-text"
                            on:change=chosen
                        />
                        <Icon glyph=Glyph::Camera />
                        {strings::review::add_photos(l)}
                    </label>
                </li>
            </ul>
            <p class="field__hint" role="status">
                {move || full().then(|| strings::review::photos_full(l, &PHOTOS_MAX.to_string()))}
            </p>
        </fieldset>
    }
}

/// Photos that are in the draft.
#[component]
fn Arrived(draft: Stored<Draft>) -> impl IntoView {
    let l = use_locale();
    let photos = memo(move || draft.with(|draft| draft.photos.clone()));
    let item = move |photo: Photo, index: usize| {
        let name = strings::review::photo_name(l, &(index + 1).to_string());
        let mut source = picture_source(&photo.picture);
        source.alt = strings::review::photo_ready_named(l, &name);
        let remove = move |()| draft.update(|draft| draft.photos.retain(|p| p.id != photo.id));
        view! {
            <li class="photo-picker__photo">
                <Picture source sizes="6rem" />
                <IconButton
                    glyph=Glyph::Close
                    filled=true
                    label=strings::review::photo_remove_named(l, &name)
                    on_press=remove
                />
            </li>
        }
    };
    let photos = move || photos.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <Each items=photos key=|(index, photo)| (*index, photo.id.clone()) let:entry>
            {item(entry.1, entry.0)}
        </Each>
    }
}
