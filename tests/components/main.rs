//! Components in a real browser.
#![cfg(target_arch = "wasm32")]
// A test that cannot go on says so by panicking, in its helpers too.
#![allow(clippy::unwrap_used)]

mod controls;
mod page;
mod pages;
mod prices;
mod stored;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
