use leptos::prelude::*;

use super::uploads::{Pending, Stage, Uploads};
use crate::features::errors::error_text;
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::ui::{Glyph, IconButton, ProgressBar};

/// A photo on its way: how far it is, and what can be done about it.
#[component]
pub fn PendingPhoto(photo: Pending, uploads: Uploads) -> impl IntoView {
    let l = use_locale();
    let id = photo.id;
    let name = strings::review::photo_name(l, &(id + 1).to_string());
    let stage = memo(move || uploads.stage(id));
    let busy = memo(move || stage.get().is_some_and(|stage| stage.is_busy()));
    let retriable = memo(move || matches!(stage.get(), Some(Stage::Failed(_))));
    let part = Signal::derive(move || match stage.get() {
        // All is sent; the server looks at it.
        Some(Stage::Sending(part)) => Some(part).filter(|part| *part < 1.0),
        _ => None,
    });
    let fault = move || match stage.get() {
        Some(Stage::Unreadable) => Some(strings::review::photo_unreadable(l)),
        Some(Stage::Failed(error)) if error.is_transient() => {
            Some(strings::review::photo_failed(l))
        }
        Some(Stage::Failed(error)) => Some(error_text(l, &error)),
        _ => None,
    };
    let sending = strings::review::photo_sending(l, &name);
    let (cancel, remove) = (
        strings::review::photo_cancel_named(l, &name),
        strings::review::photo_remove_named(l, &name),
    );
    let label = move || if busy.get() { cancel.clone() } else { remove.clone() };
    let retry = strings::review::photo_retry_named(l, &name);
    view! {
        <li class="photo-picker__photo photo-picker__photo--pending">
            {photo.preview.map(|url| view! { <img class="picture" src=url alt="" /> })}
            <div class="photo-picker__actions">
                <IconButton
                    glyph=Glyph::Close
                    filled=true
                    label=Signal::derive(label)
                    on_press=move |()| uploads.remove(id)
                />
                {move || {
                    retriable
                        .get()
                        .then(|| {
                            view! {
                                <IconButton
                                    glyph=Glyph::Refresh
                                    filled=true
                                    label=retry.clone()
                                    on_press=move |()| uploads.retry(id)
                                />
                            }
                        })
                }}
            </div>
                <div hidden=move || !busy.get()>
                    <ProgressBar label=sending value=part />
                </div>
                <p class="photo-picker__fault" role="alert">
                    {fault}
                </p>
        </li>
    }
}
