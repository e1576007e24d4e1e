use leptos::prelude::*;
use vitrine::state::{Cart, Stored, new_key};
use wasm_bindgen_test::wasm_bindgen_test;

fn storage() -> leptos::web_sys::Storage {
    window().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn a_value_survives_and_nonsense_gives_the_default() {
    let owner = Owner::new();
    owner.with(|| {
        Stored::new("test.value", 0_u32).set(7);
        assert_eq!(Stored::new("test.value", 0_u32).get_untracked(), 7);
        storage().set_item("test.value", "not json").unwrap();
        assert_eq!(Stored::new("test.value", 3_u32).get_untracked(), 3);
    });
}

#[wasm_bindgen_test]
fn the_cart_is_there_again_after_a_reload() {
    let owner = Owner::new();
    owner.with(|| {
        let cart = Cart::provide();
        assert!(cart.add(&"v1".into(), 2));
        assert!(cart.add(&"v2".into(), 1));
        let removed = cart.remove(&"v1".into()).unwrap();
        cart.restore(removed);
    });
    let later = Owner::new();
    later.with(|| {
        let lines = Cart::provide().entries();
        let lines: Vec<_> = lines.iter().map(|e| (e.variant.as_str(), e.quantity)).collect();
        assert_eq!(lines, [("v1", 2), ("v2", 1)]);
    });
    storage().clear().unwrap();
}

#[wasm_bindgen_test]
fn keys_are_random_uuids() {
    let (a, b) = (new_key(), new_key());
    assert_ne!(a, b);
    assert_eq!((a.len(), a.as_bytes()[14]), (36, b'4'), "{a}");
}
