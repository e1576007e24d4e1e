use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::browser;
use crate::reactive::effect;
use crate::routes::address;

/// After moving to another page: the focus goes to the page's title, and the
/// scroll position to the top, or on Back to where it was. The router does
/// neither.
pub fn follow_navigation() {
    let location = use_location();
    effect(browser::follow_scroll);
    // What the server's head says of the first page is not true of the next: a browser
    // that shares a page would share the first one's address.
    let mut last = None;
    effect(move || {
        let here = location.pathname.with(|path| location.search.with(|q| address(path, q)));
        if last.as_ref().is_some_and(|last| *last != here) {
            browser::remove("link[rel=canonical]");
            browser::remove("[type*=ld]");
        }
        last = Some(here);
    });
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
