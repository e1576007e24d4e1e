use leptos::prelude::*;
use vitrine_contract::reviews::Review;

use crate::features::pictures::picture_source;
use crate::format::{self, DateStyle, date};
use crate::i18n::{Locale, strings, use_locale};
use crate::ui::{Badge, GalleryZoom, Glyph, Picture, PictureSource, Stars, Tone};

/// One review.
#[component]
pub fn ReviewCard(
    review: Review,
    /// This moment, once known.
    now: ReadSignal<Option<String>>,
) -> impl IntoView {
    let l = use_locale();
    let verified = review.verified_purchase.then(|| {
        view! { <Badge text=strings::review::verified(l) tone=Tone::Good icon=Glyph::Check /> }
    });
    let written = review.written_at.0.clone();
    let shown = {
        let written = written.clone();
        move || match now.get() {
            Some(now) => format::relative(l, &written, &now),
            None => date(l, DateStyle::Long, &written),
        }
    };
    let author = shown_author(l, &review).to_owned();
    let title = (!review.title.is_empty()).then(|| {
        view! {
            <h4 class="review__title" lang=review.language.clone()>
                {review.title.clone()}
            </h4>
        }
    });
    let variant = (!review.variant_name.is_empty())
        .then(|| strings::review::variant(l, &review.variant_name));
    let helpful = (review.helpful > 0)
        .then(|| strings::review::helpful(l, &format::count(l, review.helpful)));
    let reply = review.reply.clone().map(|reply| {
        view! {
            <div class="review__reply">
                <p class="review__reply-title">{strings::review::merchant_reply(l)}</p>
                <p>{reply}</p>
            </div>
        }
    });
    view! {
        <article class="review">
            <header class="review__head">
                <h3 class="review__author">{author}</h3>
                {verified}
                <time class="review__date" datetime=written title=exact(l, &review)>
                    {shown}
                </time>
            </header>
            <div class="review__rating">
                <Stars rating=f64::from(review.rating) bare=true />
                <span class="review__variant">{variant}</span>
            </div>
            {title}
            <p class="review__text" lang=review.language.clone()>
                {review.text.clone()}
            </p>
            {photos(l, &review)}
            {reply}
            <p class="review__helpful">{helpful}</p>
        </article>
    }
}

/// The name as it is shown; who hides it has none.
fn shown_author(l: Locale, review: &Review) -> &str {
    if review.author.is_empty() { strings::review::anonymous_author(l) } else { &review.author }
}

fn exact(l: Locale, review: &Review) -> String {
    date(l, DateStyle::LongTime, review.written_at.as_str())
}

/// The photos small; a press shows them large.
fn photos(l: Locale, review: &Review) -> Option<impl IntoView + use<>> {
    if review.photos.is_empty() {
        return None;
    }
    let name = strings::review::photo_of(l, shown_author(l, review));
    let pictures: Vec<_> = review
        .photos
        .iter()
        .map(|photo| {
            let mut source = picture_source(photo);
            if source.alt.is_empty() {
                source.alt = name.clone();
            }
            source
        })
        .collect();
    let current = RwSignal::new(0);
    let open = RwSignal::new(false);
    // The dialog is made when it is first wanted: a page may hold many.
    let wanted = RwSignal::new(false);
    let thumbnails = pictures
        .iter()
        .cloned()
        .enumerate()
        .map(|(index, source)| {
            let show = move |_| {
                current.set(index);
                wanted.set(true);
                open.set(true);
            };
            view! {
                <li>
                    <button type="button" class="review__photo" on:click=show>
                        <Picture source sizes="6rem" />
                    </button>
                </li>
            }
        })
        .collect_view();
    let label = strings::review::photos_of(l, shown_author(l, review));
    Some(view! {
        <ul class="review__photos">{thumbnails}</ul>
        {move || {
            wanted.get().then(|| zoom(label.clone(), pictures.clone(), current, open))
        }}
    })
}

fn zoom(
    label: String,
    pictures: Vec<PictureSource>,
    current: RwSignal<usize>,
    open: RwSignal<bool>,
) -> impl IntoView {
    view! { <GalleryZoom label pictures current open /> }
}
