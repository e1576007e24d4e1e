//! What is made when the browser has nothing better to do, so that no tap waits
//! for a whole page.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::browser;

/// How long one idle moment is used, in milliseconds, before another piece of work is
/// begun. The first of each kind takes longer than all after it, since the browser
/// compiles what it calls; a phone four times as slow still answers a tap in between.
const MOMENT: f64 = 1.0;

type Work = Box<dyn FnOnce()>;

thread_local! {
    /// When the present moment is over, in milliseconds since the page was opened.
    static UNTIL: Cell<f64> = const { Cell::new(0.0) };
    /// What waits, in the order of the page.
    static WAITING: RefCell<VecDeque<Work>> = const { RefCell::new(VecDeque::new()) };
}

/// Does it when it is its turn.
pub fn in_turn(work: impl FnOnce() + 'static) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push_back(Box::new(work));
        waiting.len() == 1
    });
    if is_first {
        browser::when_idle(next);
    }
}

/// The same for what takes room: on a page that is being come back to at once, since
/// what comes later would push what the shopper has come back to.
pub fn in_turn_with_room(work: impl FnOnce() + 'static) {
    if browser::is_returning() {
        work();
    } else {
        in_turn(work);
    }
}

/// For work that goes on by itself once it is done, in effects: nothing else is begun
/// in the same moment.
pub fn end_moment() {
    UNTIL.set(0.0);
}

fn next() {
    UNTIL.set(browser::now() + MOMENT);
    // The one at work keeps its place: what it adds must not ask for a turn, too.
    while let Some(work) = WAITING.with_borrow_mut(begin) {
        work();
        let is_done = WAITING.with_borrow_mut(|waiting| {
            waiting.pop_front();
            waiting.is_empty()
        });
        if is_done {
            return;
        }
        if browser::now() >= UNTIL.get() {
            break;
        }
    }
    browser::when_idle(next);
}

fn begin(waiting: &mut VecDeque<Work>) -> Option<Work> {
    let first = waiting.front_mut()?;
    Some(std::mem::replace(first, Box::new(|| {})))
}
