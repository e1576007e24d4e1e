//! What is made when the browser has nothing better to do, so that no tap waits
//! for a whole page.

use std::cell::RefCell;
use std::collections::VecDeque;

use leptos::prelude::*;

use crate::browser;

/// How much one idle moment bears: on a slow phone about a frame's time.
const MOMENT: u32 = 4;

/// How much is to be made at once, in tiles.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// The buttons of a tile.
    Small,
    /// A shelf, or a part of a page.
    Large,
}

impl Share {
    fn weight(self) -> u32 {
        match self {
            Self::Small => 1,
            Self::Large => MOMENT,
        }
    }
}

thread_local! {
    /// Whoever waits, in the order of the page.
    static WAITING: RefCell<VecDeque<(RwSignal<bool>, Share)>> =
        const { RefCell::new(VecDeque::new()) };
}

/// A part of a page below the first screen: in the browser it comes in its turn, a
/// server renders it at once.
#[component]
pub fn BelowTheFold(children: Children) -> impl IntoView {
    if cfg!(feature = "csr") {
        view! { <InTurn share=Share::Large children /> }.into_any()
    } else {
        children()
    }
}

/// What a page can be read without. A server leaves its place empty.
#[component]
pub fn InTurn(share: Share, children: Children) -> impl IntoView {
    let has_turn = RwSignal::new(false);
    Effect::new(move |_| wait(has_turn, share));
    let mut children = Some(children);
    // Runs twice: before the turn, and once it has come.
    move || has_turn.get().then(|| children.take().map(|make| make())).flatten()
}

fn wait(turn: RwSignal<bool>, share: Share) {
    // What comes later would push what the shopper has come back to.
    if share == Share::Large && browser::is_returning() {
        turn.set(true);
        return;
    }
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push_back((turn, share));
        waiting.len() == 1
    });
    if is_first {
        browser::when_idle(next);
    }
}

fn next() {
    for turn in WAITING.with_borrow_mut(take) {
        // Its page may be gone.
        turn.try_set(true);
    }
    if WAITING.with_borrow(|waiting| !waiting.is_empty()) {
        browser::when_idle(next);
    }
}

/// As many from the front as one moment bears, at least one.
fn take(waiting: &mut VecDeque<(RwSignal<bool>, Share)>) -> Vec<RwSignal<bool>> {
    let mut left = MOMENT;
    let mut taken = Vec::new();
    while let Some((_, share)) = waiting.front() {
        if share.weight() > left {
            break;
        }
        left -= share.weight();
        taken.extend(waiting.pop_front().map(|(turn, _)| turn));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_bears_one_large_share_or_some_small_ones() {
        let _owner = Owner::new();
        let mut waiting: VecDeque<_> =
            [Share::Small, Share::Large, Share::Small, Share::Small, Share::Small]
                .into_iter()
                .map(|share| (RwSignal::new(false), share))
                .collect();
        let mut sizes = Vec::new();
        while !waiting.is_empty() {
            sizes.push(take(&mut waiting).len());
        }
        assert_eq!(sizes, [1, 1, 3]);
    }
}
