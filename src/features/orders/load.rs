use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiResult;
use crate::browser;

/// Where the focus is after coming to a page.
const TITLE: &str = "#page-title";

/// Something personal that a page asks for in the browser, once it is alive.
#[derive(Clone, Copy)]
pub struct Load<T: Send + Sync + 'static> {
    answer: RwSignal<Option<ApiResult<T>>>,
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Load<T> {
    /// Asks with `ask`, and again whenever what it reads changes; `None` is
    /// not the time to ask.
    pub fn new<F>(ask: impl Fn() -> Option<F> + 'static) -> Self
    where
        F: Future<Output = ApiResult<T>> + 'static,
    {
        let answer = RwSignal::new(None);
        let latest = StoredValue::new(0_u32);
        Effect::new(move |_| {
            let Some(question) = ask() else { return };
            // A late answer to an earlier question is not this one's.
            let own = latest.get_value() + 1;
            latest.set_value(own);
            answer.set(None);
            spawn_local(async move {
                let told = question.await;
                if latest.try_get_value() != Some(own) {
                    return;
                }
                // A title that takes the place of the one with the focus gets it.
                let focused = browser::has_focus(TITLE);
                answer.try_set(Some(told));
                if focused {
                    request_animation_frame(|| browser::focus(TITLE));
                }
            });
        });
        Self { answer }
    }

    /// The answer, tracked, once it is here.
    pub fn answer(&self) -> Option<ApiResult<T>> {
        self.answer.get()
    }
}
