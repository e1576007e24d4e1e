use leptos::prelude::*;

use super::{Glyph, Icon};
use crate::i18n::{Locale, strings, use_locale};

/// Where a step stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepState {
    /// It happened.
    Done,
    /// It is happening.
    Current,
    /// It is still to come.
    #[default]
    Todo,
    /// It went wrong.
    Problem,
}

/// One thing that happened, or will.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineStep {
    pub state: StepState,
    pub title: String,
    /// RFC 3339, for machines.
    pub at: Option<String>,
    /// The same time as the shopper reads it.
    pub time: Option<String>,
    pub place: Option<String>,
    /// The carrier's own words.
    pub words: Option<String>,
}

/// Steps in time, in the order given. It follows its signal, so a live order
/// grows before one's eyes; new steps are read out politely.
#[component]
pub fn Timeline(
    /// “Progress of the order”.
    #[prop(into)]
    label: String,
    #[prop(into)] steps: Signal<Vec<TimelineStep>>,
) -> impl IntoView {
    let locale = use_locale();
    let list = move || steps.get().into_iter().map(|step| item(locale, step)).collect_view();
    view! {
        <ol class="timeline" aria-label=label aria-live="polite" aria-relevant="additions text">
            {list}
        </ol>
    }
}

fn item(locale: Locale, step: TimelineStep) -> impl IntoView {
    let (name, state) = match step.state {
        StepState::Done => ("done", strings::ui::step_done(locale)),
        StepState::Current => ("current", strings::ui::step_current(locale)),
        StepState::Todo => ("todo", strings::ui::step_todo(locale)),
        StepState::Problem => ("problem", strings::ui::step_problem(locale)),
    };
    let mark = match step.state {
        StepState::Done => view! { <Icon glyph=Glyph::Check/> }.into_any(),
        StepState::Problem => view! { <Icon glyph=Glyph::Problem/> }.into_any(),
        StepState::Current | StepState::Todo => ().into_any(),
    };
    let time = step
        .time
        .map(|shown| view! { <time class="timeline__time" datetime=step.at>{shown}</time> });
    let place = step.place.map(|place| view! { <span class="timeline__place">{place}</span> });
    view! {
        <li
            class=format!("timeline__step timeline__step--{name}")
            aria-current=(step.state == StepState::Current).then_some("step")
        >
            <span class="timeline__mark" aria-hidden="true">{mark}</span>
            <div class="timeline__body">
                <p class="timeline__title">
                    {step.title} <span class="visually-hidden">{format!(" ({state})")}</span>
                </p>
                <p class="timeline__facts">{time} {place}</p>
                {step.words.map(|words| view! { <p class="timeline__words">{words}</p> })}
            </div>
        </li>
    }
}
