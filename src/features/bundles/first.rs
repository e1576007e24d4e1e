use std::time::Duration;

use leptos::prelude::window;

use super::contents;
use crate::browser::first_screen;
use crate::routes::Page;

/// Until the shop window is asked for again, after each time that it was not to be had.
const WAITS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(4)];

/// Loads what the page needs with which the app starts, so that what is on the screen
/// is taken over at once. Without it the app starts all the same, and tells.
pub async fn load_first() {
    let page = Page::of(&window().location().pathname().unwrap_or_default());
    let Some(page) = page.in_window() else { return };
    for wait in WAITS {
        // Of a page that could not be written there is more to come than its first screen.
        let loaded = match first_screen::is_there() {
            true => contents::load_for_first_screen(page).await,
            false => contents::load(page.part()).await,
        };
        if loaded.is_ok() {
            return;
        }
        gloo_timers::future::sleep(wait).await;
    }
}
