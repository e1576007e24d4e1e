use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::routes::{Route, address};

/// The sign-in page, and afterwards back to this one.
pub fn sign_in_href() -> String {
    let location = use_location();
    let here = location
        .pathname
        .with_untracked(|path| location.search.with_untracked(|search| address(path, search)));
    Route::SignIn { next: Some(here) }.href()
}
