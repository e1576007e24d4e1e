use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::reviews::{PHOTOS_MAX, Review, TEXT_MAX, TEXT_MIN, TITLE_MAX};
use vitrine_contract::{OrderId, OrderLineId};

use super::draft::{Draft, Fault, Field, length};
use super::photos::Photos;
use super::ratings::Ratings;
use super::uploads::Uploads;
use crate::api::{self, ApiError};
use crate::browser;
use crate::features::errors::error_text;
use crate::format;
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::state::{Stored, new_key, use_queries};
use crate::ui::{Banner, Button, ButtonKind, ButtonSize, Switch, TextField, Tone};

/// The form. All that is entered survives a reload, photos included.
#[component]
pub fn ReviewForm(
    order: OrderId,
    line: OrderLineId,
    /// Gets the review once it is published.
    sent: RwSignal<Option<Review>>,
) -> impl IntoView {
    let l = use_locale();
    let queries = use_queries();
    let draft = Stored::new(format!("vitrine.review.{line}"), Draft::default());
    let uploads = Uploads::new(draft);
    let tried = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let change = Callback::new(move |f: Box<dyn FnOnce(&mut Draft)>| {
        draft.update(|draft| {
            f(draft);
            // Another text is another request.
            draft.key.clear();
        });
        refused.set(None);
    });
    let fault = Callback::new(move |field: Field| {
        let own = draft.with(|draft| draft.fault(field)).filter(|_| tried.get());
        let told = || refused.with(|error| Fault::of(error.as_ref()?.field(&field.path())?));
        own.or_else(told).map(|fault| fault.text(l, field))
    });
    let submit = move || {
        if busy.get_untracked() || untrack(|| uploads.are_busy()) {
            return;
        }
        tried.set(true);
        if let Some(field) = draft.get_untracked().first_fault() {
            return show(field);
        }
        if draft.get_untracked().key.is_empty() {
            draft.update(|draft| draft.key = new_key());
        }
        let entered = draft.get_untracked();
        let (order, line) = (order.clone(), line.clone());
        busy.set(true);
        refused.set(None);
        spawn_local(async move {
            let request = entered.request(l);
            let answer = api::reviews::create_review(&order, &line, &request, &entered.key).await;
            busy.try_set(false);
            match answer {
                Ok(review) => {
                    draft.forget();
                    // Stars and reviews stand on pages of many kinds.
                    queries.invalidate_all();
                    sent.try_set(Some(review));
                }
                Err(error) => {
                    if !error.is_transient() {
                        draft.update(|draft| {
                            draft.key.clear();
                            draft.drop_unknown_photos(&error);
                        });
                    }
                    refused.try_set(Some(error));
                }
            }
        });
    };
    let text = memo(move || draft.with(|draft| draft.text.clone()));
    let title = memo(move || draft.with(|draft| draft.title.clone()));
    let counter = move || {
        let count = format::number(l, text.with(|text| length(text)) as u64);
        strings::review::text_counter(l, &count, &format::number(l, TEXT_MAX as u64))
    };
    let waiting =
        move || uploads.are_busy().then(|| strings::review::wait_for_photos(l).to_owned());
    let kept = memo(move || draft.with(|draft| !draft.is_empty()));
    let discard = move |()| {
        draft.set(Draft::default());
        tried.set(false);
        refused.set(None);
    };
    view! {
        <form
            class="review-form"
            novalidate=true
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <Ratings draft change fault />
            <div class="review-form__text">
                <TextField
                    name="review-text"
                    label=strings::review::text_label(l)
                    value=text
                    on_input=move |text: String| change.run(Box::new(move |d| d.text = text))
                    hint=strings::review::text_hint(l, &TEXT_MIN.to_string())
                    error=Signal::derive(move || fault.run(Field::Text))
                    autocomplete="off"
                    rows=5
                />
                <p class="review-form__counter numeric">{counter}</p>
            </div>
            <Photos draft uploads />
            <TextField
                name="review-title"
                label=strings::review::title_label(l)
                value=title
                on_input=move |title: String| change.run(Box::new(move |d| d.title = title))
                error=Signal::derive(move || fault.run(Field::Title))
                autocomplete="off"
                optional=true
                max_length=TITLE_MAX as u32
            />
            <Switch
                label=strings::review::anonymous(l)
                hint=strings::review::anonymous_hint(l)
                on=memo(move || draft.with(|draft| draft.anonymous))
                on_change=move |on| change.run(Box::new(move |d| d.anonymous = on))
            />
            {move || {
                refused
                    .get()
                    .map(|error| {
                        let text = if names_photo(&error) {
                            strings::review::photo_gone(l)
                        } else {
                            error_text(l, &error)
                        };
                        view! { <Banner tone=Tone::Bad text urgent=true /> }
                    })
            }}
            <div class="review-form__end">
                <Button
                    kind=ButtonKind::Primary
                    size=ButtonSize::Large
                    submit=true
                    wide=true
                    busy=busy
                    disabled=Signal::derive(move || uploads.are_busy())
                    note=Signal::derive(waiting)
                >
                    {strings::review::submit(l)}
                </Button>
                <Show when=move || kept.get()>
                    <div class="review-form__draft">
                        <span>{strings::review::draft_kept(l)}</span>
                        <Button
                            kind=ButtonKind::Quiet
                            size=ButtonSize::Small
                            on_press=discard
                        >
                            {strings::review::discard(l)}
                        </Button>
                    </div>
                </Show>
            </div>
        </form>
    }
}

/// Whether a photo is what the server refused.
fn names_photo(error: &ApiError) -> bool {
    (0..PHOTOS_MAX).any(|i| error.field(&format!("photos.{i}")).is_some())
}

/// Leads to the first field with a fault.
fn show(field: Field) {
    let name = match field {
        Field::Text | Field::Title => format!("#review-{}", field.name()),
        _ => format!("[name='{}']", field.name()),
    };
    // The fault's words move the fields first.
    request_animation_frame(move || browser::focus_in_view(&name));
}
