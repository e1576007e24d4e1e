//! What is made when the browser has nothing better to do, so that no tap waits
//! for a whole page.

use std::cell::RefCell;
use std::collections::VecDeque;

use crate::browser;

/// How much one idle moment bears: on a slow phone about a frame's time.
const MOMENT: u32 = 4;

/// How much is to be made at once, in tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

type Work = Box<dyn FnOnce()>;

thread_local! {
    /// What waits, in the order of the page.
    static WAITING: RefCell<VecDeque<(Share, Work)>> = const { RefCell::new(VecDeque::new()) };
}

/// Does it in its turn; large shares of a page that is being come back to at once,
/// since what comes later would push what the shopper has come back to.
pub fn in_turn(share: Share, work: impl FnOnce() + 'static) {
    if share == Share::Large && browser::is_returning() {
        work();
        return;
    }
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push_back((share, Box::new(work)));
        waiting.len() == 1
    });
    if is_first {
        browser::when_idle(next);
    }
}

fn next() {
    // Stays in the queue while it is done: what it adds must not ask for a turn, too.
    for work in WAITING.with_borrow_mut(take) {
        work();
    }
    let is_done = WAITING.with_borrow_mut(|waiting| {
        waiting.pop_front();
        waiting.is_empty()
    });
    if !is_done {
        browser::when_idle(next);
    }
}

/// As many from the front as one moment bears, at least one. The last one's place
/// stays.
fn take(waiting: &mut VecDeque<(Share, Work)>) -> Vec<Work> {
    let mut left = MOMENT;
    let mut taken = Vec::new();
    while let Some((share, _)) = waiting.front() {
        if share.weight() > left {
            break;
        }
        left -= share.weight();
        taken.extend(waiting.pop_front().map(|(_, work)| work));
    }
    waiting.push_front((Share::Small, Box::new(|| {})));
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_bears_one_large_share_or_some_small_ones() {
        let shares = [Share::Small, Share::Large, Share::Small, Share::Small, Share::Small];
        let mut waiting: VecDeque<(Share, Work)> =
            shares.into_iter().map(|share| (share, Box::new(|| {}) as Work)).collect();
        let mut sizes = Vec::new();
        while !waiting.is_empty() {
            sizes.push(take(&mut waiting).len());
            waiting.pop_front();
        }
        assert_eq!(sizes, [1, 1, 3]);
    }
}
