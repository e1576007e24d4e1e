use leptos::prelude::*;

use super::{Each, Glyph, Icon};
use crate::i18n::{Locale, strings, use_locale};

/// Where a step stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
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
    /// Language of the place and the words, BCP 47, where it isn't the page's.
    pub language: Option<String>,
}

/// Steps in time, in the order given. It follows its signal, so a live order
/// grows before one's eyes; new steps are read out politely.
#[component]
pub fn Timeline(
    /// “Progress of the order”.
    #[prop(into)]
    label: String,
    #[prop(into)] steps: Signal<Vec<TimelineStep>>,
    /// Leaves reading out to the page, which says it in one sentence.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let locale = use_locale();
    let live = if quiet { "off" } else { "polite" };
    view! {
        <ol class="timeline" aria-label=label aria-live=live aria-relevant="additions text">
            <Each items=move || numbered(steps.get()) key=|step| step.clone() let:step>
                {item(locale, step.0)}
            </Each>
        </ol>
    }
}

/// Each step with the number of equal ones before it. A step is its own key,
/// so only what is new is rendered, and stands out.
fn numbered(steps: Vec<TimelineStep>) -> Vec<(TimelineStep, usize)> {
    let before = |i: usize| steps[..i].iter().filter(|step| **step == steps[i]).count();
    let counts: Vec<_> = (0..steps.len()).map(before).collect();
    steps.into_iter().zip(counts).collect()
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
    let language = step.language;
    let place = step.place.map(|place| {
        view! { <span class="timeline__place" lang=language.clone()>{place}</span> }
    });
    let words = step.words.map(|words| {
        view! { <p class="timeline__words" lang=language>{words}</p> }
    });
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
                {words}
            </div>
        </li>
    }
}
