use leptos::prelude::*;
use vitrine::format::{self, DateStyle};
use vitrine::i18n::Locale;
use vitrine::ui::Price;
use vitrine_contract::{Currency, Money};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::show;

fn fen(amount: i64) -> Money {
    Money::new(amount, Currency::CNY)
}

#[wasm_bindgen_test]
fn money_reads_the_same_in_all_languages() {
    for locale in Locale::ALL {
        assert_eq!(format::money(locale, fen(129_900)), "¥1,299.00", "{}", locale.tag());
    }
}

#[wasm_bindgen_test]
fn a_reduced_price_tells_the_lawful_one_before() {
    let place = show(Locale::En, || {
        view! { <Price amount=fen(9_900) before=Some(fen(12_900)) saving="Save ¥30.00".to_owned() /> }
    });
    assert!(place.find("del").text_content().unwrap_or_default().contains("¥129.00"));
    assert!(place.text().contains("Save ¥30.00"));
    assert!(!show(Locale::En, || view! { <Price amount=fen(1) /> }).has("del"));
}

#[wasm_bindgen_test]
fn counts_have_the_plural_of_their_language() {
    use vitrine::i18n::strings::catalog::product_count;
    let words = |locale, n| product_count(locale, &format::count(locale, n));
    assert_eq!(words(Locale::En, 1), "1 product");
    assert_eq!(words(Locale::En, 1_234), "1,234 products");
    assert_eq!(words(Locale::ZhHans, 1), "1件商品");
}

#[wasm_bindgen_test]
fn a_malformed_time_is_shown_as_it_is() {
    assert_eq!(format::date(Locale::En, DateStyle::Short, "soon"), "soon");
}
