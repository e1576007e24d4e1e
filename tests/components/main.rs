//! Components in a real browser.
#![cfg(target_arch = "wasm32")]

mod controls;
mod page;
mod prices;
mod stored;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
