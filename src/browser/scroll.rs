//! Scroll positions of the pages, kept by URL for the tab's session, so that
//! Back, Forward and a reload find them.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::now;

/// How long a page may take to grow to the place it was left at.
const PATIENCE: f64 = 1_500.0;
/// On the document while a page is shown that was come back to: everything in it is laid out,
/// where otherwise what is far below only gets an estimated height (`content-visibility` in
/// `style/features/`). It stays as long as the page, since a browser that is to leave out again
/// what is far below leaves out everything for a frame, until it has looked what that is.
const RETURNING_MARK: &str = "data-returning";
/// Name of a position in the session's storage, followed by the URL.
const PREFIX: &str = "vitrine.scroll.";

thread_local! {
    /// Whether a move Back or Forward is being made.
    static RETURNING: Cell<bool> = const { Cell::new(false) };
    /// Whether a page grows to the place that it was left at.
    static GROWING: Cell<bool> = const { Cell::new(false) };
    /// A position that is not stored yet, with its name.
    static SCROLLED: RefCell<Option<(String, f64)>> = const { RefCell::new(None) };
    /// Path and query of the page that is shown. The address bar may be a frame behind.
    static HERE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Notes Back and Forward from here on. Before the router does, whose listener has
/// the page rendered.
pub fn follow_returns() {
    window_event_listener(ev::popstate, |_| {
        RETURNING.set(true);
        // Where only the query changes nobody takes it up; the next move is another.
        request_animation_frame(|| request_animation_frame(|| RETURNING.set(false)));
    });
}

/// Whether the page is one come back to, which is not at its place yet.
pub fn is_returning() -> bool {
    RETURNING.get() || GROWING.get()
}

/// Notes path and query of the page that is shown from here on. Before its position is asked
/// for.
pub fn show_address(here: &str) {
    HERE.with_borrow_mut(|address| here.clone_into(address));
}

/// Starts to remember the position of every page that is scrolled.
pub fn follow_scroll() {
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let scrolled = window_event_listener(ev::scroll, move |_| {
        SCROLLED.set(window().scroll_y().ok().map(|top| (key(), top)));
        // One write when the scrolling pauses: storage is synchronous.
        if let Some(timer) = pending.get_value() {
            timer.clear();
        }
        pending.set_value(set_timeout_with_handle(remember, Duration::from_millis(120)).ok());
    });
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
    // A reload comes back to where it was.
    wait_and_scroll(recall().unwrap_or(0.0));
    on_cleanup(move || scrolled.remove());
}

/// Scrolls a new page to its top, or one come back to, to where it was. Before anything
/// of it is painted `then` learns whether it is there already.
pub fn restore_scroll(then: impl FnOnce(bool) + 'static) {
    // A tap may follow a scroll at once, before its pause.
    remember();
    // The page renders after this, and nothing is painted yet.
    request_animation_frame(|| {
        let top = if RETURNING.take() { recall().unwrap_or(0.0) } else { 0.0 };
        mark(top > 0.0);
        let is_there = if top > 0.0 {
            attempt(top, now() + PATIENCE)
        } else {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            true
        };
        then(is_there);
    });
}

fn wait_and_scroll(top: f64) {
    if top > 0.0 {
        mark(true);
        let deadline = now() + PATIENCE;
        request_animation_frame(move || {
            attempt(top, deadline);
        });
    }
}

/// Scrolls as soon as the page is high enough, or when patience is over. Returns whether
/// that was now.
fn attempt(top: f64, deadline: f64) -> bool {
    let height = document().document_element().map_or(0, |e| e.scroll_height());
    let window_height = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(0.0);
    let is_time = f64::from(height) - window_height >= top || now() > deadline;
    if is_time {
        window().scroll_to_with_x_and_y(0.0, top);
        // What comes in the next moment still needs its room at once.
        request_animation_frame(|| request_animation_frame(|| GROWING.set(false)));
    } else {
        request_animation_frame(move || {
            attempt(top, deadline);
        });
    }
    is_time
}

fn mark(returning: bool) {
    GROWING.set(returning);
    if let Some(html) = document().document_element() {
        // It fails only for a name that is none.
        let _ = html.toggle_attribute_with_force(RETURNING_MARK, returning);
    }
}

/// Brings an element of a row that scrolls sideways to the row's middle, without
/// moving the page.
pub fn show_in_row(selector: &str) {
    let Ok(Some(element)) = document().query_selector(selector) else { return };
    let Some(row) = element.closest("ul").ok().flatten() else { return };
    let (here, frame) = (element.get_bounding_client_rect(), row.get_bounding_client_rect());
    let off = here.left() + here.width() / 2.0 - frame.left() - frame.width() / 2.0;
    row.set_scroll_left(row.scroll_left() + off as i32);
}

/// The position's name: by URL, which is what a shopper comes back to.
fn key() -> String {
    HERE.with_borrow(|here| format!("{PREFIX}{here}"))
}

fn remember() {
    if let (Some((key, top)), Ok(Some(storage))) = (SCROLLED.take(), window().session_storage()) {
        // A full storage only costs the comfort of the position.
        let _ = storage.set_item(&key, &(top as i32).to_string());
    }
}

fn recall() -> Option<f64> {
    let top: i32 = window().session_storage().ok()??.get_item(&key()).ok()??.parse().ok()?;
    Some(f64::from(top))
}
