use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use crate::api::{self, ApiResult, Read, Reply};
use crate::browser::{self, first_screen};
use crate::features::in_turn::{end_moment, in_turn};
use crate::reactive::{effect, memo};
use crate::state::Query;

/// Something personal that a page asks for in the browser, once it is alive. It
/// keeps the answer's text, so that its code is there once for all types.
pub struct Load<T> {
    reply: RwSignal<Option<ApiResult<Reply>>>,
    again: Trigger,
    answer: std::marker::PhantomData<fn() -> T>,
}

impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Load<T> {}

impl<T: DeserializeOwned> Load<T> {
    /// Asks for `what`, and for something else whenever that changes; `None` is
    /// not the time to ask.
    pub fn new(what: impl Fn() -> Option<Read<T>> + 'static) -> Self {
        let load = Self {
            reply: RwSignal::new(None),
            again: Trigger::new(),
            answer: std::marker::PhantomData,
        };
        ask(load.reply, load.again, Box::new(move || what().map(|what| what.path)));
        load
    }

    /// The answer, tracked, once it is here.
    pub fn answer(&self) -> Option<ApiResult<T>> {
        // Copied first: what looks into a signal is compiled anew for each type.
        self.reply.get().map(|told| api::decode(&told?))
    }

    /// Asks again; what is shown stays until the answer is here.
    pub fn refetch(&self) {
        self.again.notify();
    }
}

/// What a public page reads, as a view: `loading` until it is there, unless the
/// server has written the page; then what `show` makes of it.
pub fn reading<T: DeserializeOwned + 'static>(
    query: Query<T>,
    loading: impl Fn() -> AnyView + Send + 'static,
    show: impl Fn(ApiResult<T>) -> AnyView + Send + 'static,
) -> AnyView {
    read_when(RwSignal::new(!first_screen::is_waiting()), query, loading, show)
}

/// The same, with a frame of `loading` before anything else: it tells something already,
/// and somebody has just asked for it.
pub fn reading_after_a_frame<T: DeserializeOwned + 'static>(
    query: Query<T>,
    loading: impl Fn() -> AnyView + Send + 'static,
    show: impl Fn(ApiResult<T>) -> AnyView + Send + 'static,
) -> AnyView {
    let is_time = RwSignal::new(false);
    browser::after_next_frame(move || {
        is_time.try_set(true);
    });
    read_when(is_time, query, loading, show)
}

fn read_when<T: DeserializeOwned + 'static>(
    is_time: RwSignal<bool>,
    query: Query<T>,
    loading: impl Fn() -> AnyView + Send + 'static,
    show: impl Fn(ApiResult<T>) -> AnyView + Send + 'static,
) -> AnyView {
    let decoded = StoredValue::new_local(None);
    // A page that is read already has time: what it reads is decoded in one piece of work
    // and brought to life in the next.
    if first_screen::is_waiting() {
        on_cleanup(first_screen::leave);
        in_turn(move || {
            decoded.try_set_value(untrack(|| query.answer()));
            end_moment();
            in_turn(move || {
                is_time.try_set(true);
                end_moment();
            });
        });
    }
    let answer = move || {
        query.track();
        let decoded = decoded.try_update_value(Option::take).flatten();
        decoded.or_else(|| untrack(|| query.answer()))
    };
    // What is shown until then is made once.
    let is_here = memo(move || is_time.get() && query.is_answered());
    (move || match is_here.get().then(answer).flatten() {
        None if first_screen::is_waiting() => ().into_any(),
        None => untrack(&loading),
        // What it reads on the way does not have it made anew.
        Some(answer) => untrack(|| show(answer)),
    })
    .into_any()
}

fn ask(
    reply: RwSignal<Option<ApiResult<Reply>>>,
    again: Trigger,
    path: Box<dyn Fn() -> Option<String>>,
) {
    let latest = StoredValue::new(0_u32);
    let mut before = None;
    effect(move || {
        again.track();
        let now = path();
        let is_other = now != std::mem::replace(&mut before, now.clone());
        let Some(asked) = now else { return };
        // A late answer to an earlier question is not this one's.
        let own = latest.get_value() + 1;
        latest.set_value(own);
        if is_other && reply.with_untracked(Option::is_some) {
            reply.set(None);
        }
        spawn_local(async move {
            let told = api::fetch(asked).await;
            if latest.try_get_value() != Some(own) {
                return;
            }
            // A title that takes the place of the one with the focus gets it.
            let focused = browser::has_focus(browser::PAGE_TITLE);
            reply.try_set(Some(told));
            if focused {
                browser::focus_title();
            }
        });
    });
}
