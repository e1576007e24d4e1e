use std::cell::RefCell;
use std::collections::VecDeque;

use leptos::prelude::*;

use crate::browser;

/// So many have their turn in one idle moment: on a slow phone about a frame's time.
const AT_ONCE: usize = 3;

thread_local! {
    /// Whoever waits, in the order of the page.
    static WAITING: RefCell<VecDeque<RwSignal<bool>>> = const { RefCell::new(VecDeque::new()) };
}

/// What a page can be read without: it is made when the browser has nothing
/// better to do, a few at a time, so that no tap waits for all of them. A server
/// leaves its place empty.
#[component]
pub fn InTurn(children: Children) -> impl IntoView {
    let has_turn = RwSignal::new(false);
    Effect::new(move |_| wait(has_turn));
    let mut children = Some(children);
    // Runs twice: before the turn, and once it has come.
    move || has_turn.get().then(|| children.take().map(|make| make())).flatten()
}

fn wait(turn: RwSignal<bool>) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push_back(turn);
        waiting.len() == 1
    });
    if is_first {
        browser::when_idle(next);
    }
}

fn next() {
    let (turns, more) = WAITING.with_borrow_mut(|waiting| {
        let turns: Vec<_> = waiting.drain(..AT_ONCE.min(waiting.len())).collect();
        (turns, !waiting.is_empty())
    });
    for turn in turns {
        // Its page may be gone.
        turn.try_set(true);
    }
    if more {
        browser::when_idle(next);
    }
}
