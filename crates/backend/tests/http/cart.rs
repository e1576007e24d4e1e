//! What the cart costs now.

use vitrine_contract::cart::{Availability, CartQuote};

use crate::buying::{set_stock, variants};
use crate::common::TestShop;

#[tokio::test]
async fn lines_are_quoted_in_the_order_asked_for() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let path = format!("/api/cart?lang=en&lines={}:1,{}:2", goods[1].id, goods[0].id);
    let answer = shop.get(&path).await;
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let cart: CartQuote = answer.json();
    let asked: Vec<_> = cart.lines.iter().map(|l| (l.variant.as_str(), l.quantity)).collect();
    assert_eq!(asked, [(&*goods[1].id, 1), (&*goods[0].id, 2)]);
    let quote = cart.quote.unwrap();
    assert_eq!(quote.items.amount(), goods[1].price + 2 * goods[0].price);
    let ids: Vec<_> = quote.lines.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(ids, [&*goods[1].id, &*goods[0].id]);
    let item = cart.lines[0].item.as_ref().unwrap();
    assert!(!item.title.is_empty() && !item.merchant.is_empty() && !item.slug.is_empty());
    assert!(item.picture.template.starts_with("/media/"));
    let delivery = cart.delivery.unwrap();
    assert!(delivery.from < delivery.until);

    let chinese: CartQuote = shop.get(&path.replace("lang=en", "lang=zh-Hans")).await.json();
    assert_ne!(chinese.lines[0].item.as_ref().unwrap().title, item.title);
}

#[tokio::test]
async fn what_cannot_be_bought_is_told_and_not_priced() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    set_stock(&shop, &goods[0].id, 0).await;
    set_stock(&shop, &goods[1].id, 2).await;
    let path = format!(
        "/api/cart?lang=en&lines={}:1,{}:3,gone:1,{}:1",
        goods[0].id, goods[1].id, goods[2].id
    );
    let cart: CartQuote = shop.get(&path).await.json();
    let states: Vec<_> = cart.lines.iter().map(|line| line.availability.clone()).collect();
    let expected = [
        Availability::SoldOut,
        Availability::Insufficient,
        Availability::Gone,
        Availability::Available,
    ];
    assert_eq!(states, expected);
    assert_eq!(cart.lines[1].stock, 2);
    assert_eq!(cart.lines[2].item, None);
    assert_eq!(cart.quote.unwrap().lines.len(), 1);
}

#[tokio::test]
async fn an_empty_cart_costs_nothing() {
    let shop = TestShop::start().await;
    for path in ["/api/cart?lang=en", "/api/cart?lang=en&lines="] {
        let cart: CartQuote = shop.get(path).await.json();
        assert_eq!((cart.lines.len(), cart.quote, cart.delivery), (0, None, None));
    }
}

#[tokio::test]
async fn doubled_variants_are_merged_and_nonsense_is_named() {
    let shop = TestShop::start().await;
    let goods = variants(&shop).await;
    let id = &goods[0].id;
    let cart: CartQuote = shop.get(&format!("/api/cart?lang=en&lines={id}:1,{id}:2")).await.json();
    assert_eq!((cart.lines.len(), cart.lines[0].quantity), (1, 3));
    for (lines, path) in [
        ("a", "lines.0"),
        ("a:x", "lines.0"),
        ("a:0", "lines.0.quantity"),
        ("a:100", "lines.0.quantity"),
        ("a:1,a:99", "lines.1.quantity"),
        ("a:99999999999", "lines.0"),
    ] {
        let answer = shop.get(&format!("/api/cart?lang=en&lines={lines}")).await;
        assert_eq!(answer.wrong_fields(), [path], "{lines}");
    }
    let many: Vec<_> = (0..51).map(|n| format!("v{n}:1")).collect();
    let answer = shop.get(&format!("/api/cart?lang=en&lines={}", many.join(","))).await;
    assert_eq!(answer.wrong_fields(), ["lines"]);
    let twice = shop.get("/api/cart?lang=en&lines=a:1&lines=b:1").await;
    assert_eq!(twice.wrong_fields(), ["lines"]);
}
