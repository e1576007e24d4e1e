use leptos::prelude::*;

use super::markup::{Markup, html};
use super::{Each, Glyph, icon};
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
    let class = format!("timeline__step timeline__step--{}", step.state.name());
    let current = (step.state == StepState::Current).then_some("step");
    view! { <li class=class aria-current=current inner_html=inside(locale, &step).into_string()></li> }
}

fn inside(locale: Locale, step: &TimelineStep) -> Markup {
    let language = &step.language;
    html! {
        span.timeline__mark aria-hidden="true" {
            @match step.state {
                StepState::Done => (icon(Glyph::Check)),
                StepState::Problem => (icon(Glyph::Problem)),
                StepState::Current | StepState::Todo => {},
            }
        }
        div.timeline__body {
            p.timeline__title {
                (step.title) " "
                span.visually-hidden { " (" (step.state.word(locale)) ")" }
            }
            p.timeline__facts {
                @if let Some(time) = &step.time {
                    time.timeline__time datetime=[&step.at] { (time) }
                    " "
                }
                @if let Some(place) = &step.place {
                    span.timeline__place lang=[language] { (place) }
                }
            }
            @if let Some(words) = &step.words { p.timeline__words lang=[language] { (words) } }
        }
    }
}

impl StepState {
    fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Current => "current",
            Self::Todo => "todo",
            Self::Problem => "problem",
        }
    }

    fn word(self, locale: Locale) -> &'static str {
        match self {
            Self::Done => strings::ui::step_done(locale),
            Self::Current => strings::ui::step_current(locale),
            Self::Todo => strings::ui::step_todo(locale),
            Self::Problem => strings::ui::step_problem(locale),
        }
    }
}
