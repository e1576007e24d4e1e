use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use leptos::prelude::*;
use vitrine::browser;
use vitrine::features::written::pages;
use vitrine::i18n::Locale;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{settle, show};

/// Until the browser has drawn what is there.
async fn drawn() {
    let frame = Promise::new(&mut |done, _| {
        browser::after_next_frame(move || {
            done.call0(&JsValue::NULL).unwrap();
        });
    });
    JsFuture::from(frame).await.unwrap();
}

#[wasm_bindgen_test]
async fn the_page_that_is_left_is_behind_the_next_and_then_gone() {
    let (page, news) = (RwSignal::new("first"), RwSignal::new(0));
    let ended = Rc::new(RefCell::new(Vec::new()));
    let place = show(Locale::En, || view! { <div id="pages"></div> });
    let (owner, within) = (Owner::new(), place.find("#pages"));
    let log = ended.clone();
    owner.with(|| {
        pages(within.dyn_into().unwrap(), move || {
            let name = page.get();
            let log = send_wrapper::SendWrapper::new(log.clone());
            on_cleanup(move || log.borrow_mut().push(name));
            view! { <p>{name} " " {news}</p> }.into_any()
        });
    });
    settle().await;
    assert_eq!(place.text(), "first 0");

    page.set("second");
    news.set(1);
    settle().await;
    // It hears of nothing more, and is found after the other.
    assert_eq!(place.find("#pages").children().length(), 2);
    assert_eq!(place.find("p").text_content().unwrap(), "second 1");
    let left = place.find("p + p");
    assert_eq!(left.text_content().unwrap(), "first 0");
    assert!(left.client_height() == 0 && place.find("p").client_height() > 0);
    assert!(ended.borrow().is_empty());

    drawn().await;
    assert_eq!(place.text(), "second 1");
    assert_eq!(*ended.borrow(), ["first"]);

    // Who turns around before a frame is drawn sees one page, too.
    page.set("third");
    settle().await;
    page.set("first");
    settle().await;
    drawn().await;
    assert_eq!(place.text(), "first 1");
    assert_eq!(*ended.borrow(), ["first", "second", "third"]);
}
