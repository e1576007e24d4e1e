use leptos::prelude::*;
use vitrine_contract::reviews::ReviewSummary;

use super::numbers::{aspects, bars};
use crate::format;
use crate::i18n::{strings, use_locale};
use crate::ui::{RatingHistogram, Stars};

/// Average, spread and aspects; the spread's lines narrow the list.
#[component]
pub fn Overview(
    summary: ReviewSummary,
    /// To what the list is narrowed.
    rating: Memo<Option<u8>>,
    /// Address of the page narrowed to a rating.
    to: Callback<Option<u8>, String>,
) -> impl IntoView {
    let l = use_locale();
    let average = f64::from(summary.rating.average_hundredths) / 100.0;
    let count = strings::review::count(l, &format::count(l, summary.rating.count));
    let photos = (summary.with_photos > 0)
        .then(|| strings::review::with_photos(l, &format::count(l, summary.with_photos)));
    let bars = Signal::derive(move || bars(l, &summary, rating.get(), |stars| to.run(stars)));
    let aspects = aspects(l, &summary.dimensions_hundredths)
        .into_iter()
        .map(|(name, hundredths)| {
            // The bar's numbers are whole: writing out a fraction is code of its own.
            let average = format::rating(l, f64::from(hundredths) / 100.0);
            view! {
                <div class="reviews-aspect">
                    <dt>{name}</dt>
                    <dd class="reviews-aspect__value">
                        <progress
                            class="progress reviews-aspect__bar"
                            max="500"
                            value=hundredths
                            aria-hidden="true"
                        ></progress>
                        <span class="numeric">{average}</span>
                    </dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="reviews__summary">
            <p class="reviews__average">
                <span aria-hidden="true">{format::rating(l, average)}</span>
                <Stars rating=average bare=true />
                <span class="reviews__counts">
                    <span>{count}</span>
                    {photos.map(|photos| view! { <span>{photos}</span> })}
                </span>
            </p>
            <RatingHistogram label=strings::review::histogram(l) bars />
            <h3 class="visually-hidden">{strings::review::dimensions(l)}</h3>
            <dl class="reviews-aspects">{aspects}</dl>
        </div>
    }
}
