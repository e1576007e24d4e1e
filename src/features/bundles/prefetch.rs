use std::time::Duration;

use leptos::prelude::*;

use super::Bundles;
use crate::browser;
use crate::features::in_turn::{end_moment, in_turn};
use crate::reactive::effect;
use crate::routes::Part;

/// The page's pictures go first.
const PICTURES_FIRST: Duration = Duration::from_secs(2);

/// What this visit can do without goes after all that it may need.
const VISIT_FIRST: Duration = Duration::from_secs(5);

/// Names of what a release's page says is for later, and what that is fetched as.
const LATER_FILES: [(&str, &str); 2] = [("later-files", "fetch"), ("style-later", "style")];

/// Does it when the page's pictures are there and the browser is idle.
pub fn soon(work: impl Fn() + Clone + Send + Sync + 'static) {
    after(PICTURES_FIRST, work);
}

fn after(wait: Duration, work: impl Fn() + Clone + Send + Sync + 'static) {
    browser::after_load(move || {
        let work = work.clone();
        set_timeout(move || browser::when_idle(work.clone()), wait);
    });
}

/// Loads the whole shop window when the browser has nothing else to do, fetches the
/// till's files before they are needed, without running any of them, and has the shop
/// kept for times without a network.
pub fn prefetch_when_idle() {
    let bundles = Bundles::expect();
    effect(move || {
        if !browser::saves_data() {
            soon(move || {
                for part in Part::WINDOW {
                    // Each request is a piece of work, and its answer another.
                    for style in part.styles() {
                        alone(Box::new(move || browser::load_style_soon(style)));
                    }
                    alone(Box::new(move || bundles.load(part)));
                }
                for (name, kind) in LATER_FILES {
                    for file in browser::named(name).unwrap_or_default().split_whitespace() {
                        let file = file.to_owned();
                        alone(Box::new(move || browser::prefetch(&file, kind)));
                    }
                }
            });
            after(VISIT_FIRST, browser::keep_shop);
        }
    });
}

/// Does it in turn, and nothing else in the same moment.
fn alone(work: Box<dyn FnOnce()>) {
    in_turn(move || {
        work();
        end_moment();
    });
}

/// Runs `work` as soon as there is a bundle behind the shop window, whoever has loaded it.
pub fn when_any_bundle_is_here(work: Box<dyn FnOnce()>) {
    let bundles = Bundles::expect();
    when(move || bundles.behind().is_some(), work);
}

/// Runs `work` as soon as the till is here, whoever has loaded it.
pub fn when_till_is_here(work: Box<dyn FnOnce()>) {
    let bundles = Bundles::expect();
    when(move || bundles.filters().is_some(), work);
}

fn when(is_time: impl Fn() -> bool + 'static, work: Box<dyn FnOnce()>) {
    let mut work = Some(work);
    effect(move || {
        if is_time()
            && let Some(work) = work.take()
        {
            untrack(work);
        }
    });
}
