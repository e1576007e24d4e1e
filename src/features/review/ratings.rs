use leptos::prelude::*;

use super::draft::{ASPECTS, Draft, Field};
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::memo;
use crate::state::Stored;
use crate::ui::StarsInput;

/// Something done to the draft.
type Change = Box<dyn FnOnce(&mut Draft)>;

/// The stars: as a whole, and for each aspect.
#[component]
pub fn Ratings(
    draft: Stored<Draft>,
    /// A change by the shopper.
    change: Callback<Change>,
    /// The fault of a field, in words, tracked.
    fault: Callback<Field, Option<String>>,
) -> impl IntoView {
    let l = use_locale();
    let overall = memo(move || draft.with(|draft| draft.rating));
    let aspects = ASPECTS
        .iter()
        .enumerate()
        .map(|(i, name)| {
            let value = memo(move || draft.with(|draft| draft.aspects[i]));
            view! {
                <StarsInput
                    name=*name
                    label=strings::review::lookup(l, name).unwrap_or(name)
                    value=value
                    on_change=move |stars| change.run(Box::new(move |d| d.aspects[i] = stars))
                    error=Signal::derive(move || fault.run(Field::Aspect(i)))
                />
            }
        })
        .collect_view();
    view! {
        <StarsInput
            name=Field::Rating.name()
            label=strings::review::overall(l)
            value=overall
            on_change=move |stars| change.run(Box::new(move |d| d.rate(stars)))
            meaning=Signal::derive(move || meaning(l, overall.get()).map(str::to_owned))
            error=Signal::derive(move || fault.run(Field::Rating))
            large=true
        />
        // They follow the whole, so they come once it is rated.
        <fieldset class="review-form__ratings panel" hidden=move || overall.get() == 0>
            <legend class="visually-hidden">{strings::review::dimensions(l)}</legend>
            {aspects}
        </fieldset>
    }
}

fn meaning(l: Locale, stars: u8) -> Option<&'static str> {
    strings::review::lookup(l, &format!("meaning_{stars}"))
}
