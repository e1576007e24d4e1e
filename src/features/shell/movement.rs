use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::browser;
use crate::reactive::effect;
use crate::routes::address;

/// What has the focus, in the page that is left.
const PAGE_WITH_FOCUS: &str = "#page :focus";

/// Before a page is left: the focus goes first. To be called before anything else hears of
/// moves, as what has the focus has all that was changed meanwhile laid out once more when
/// it is taken out of the document.
pub fn leave_without_focus() {
    let location = use_location();
    let mut last = None;
    effect(move || {
        let path = location.pathname.get();
        if last.as_ref().is_some_and(|last| *last != path) {
            browser::blur(PAGE_WITH_FOCUS);
        }
        last = Some(path);
    });
}

/// After moving to another page: the focus goes to the page's title, and the
/// scroll position to the top, or on Back to where it was. The router does
/// neither.
pub fn follow_navigation() {
    let location = use_location();
    // What the server's head says of the first page is not true of the next: a browser
    // that shares a page would share the first one's address.
    let mut last = None;
    effect(move || {
        let here = location.pathname.with(|path| location.search.with(|q| address(path, q)));
        if last.as_ref().is_some_and(|last| *last != here) {
            browser::remove("link[rel=canonical]");
            browser::remove("[type*=ld]");
        }
        browser::show_address(&here);
        last = Some(here);
    });
    effect(browser::follow_scroll);
    let mut last = None;
    effect(move || {
        let path = location.pathname.get();
        if last.as_ref().is_some_and(|last| *last != path) {
            browser::restore_scroll(browser::bring_picture);
            // The page renders after this effect.
            browser::focus_title();
        }
        last = Some(path);
    });
}
