//! Rules for input, with what people of several countries really type.

use vitrine_contract::addresses::AddressFields;
use vitrine_contract::contact::Contact;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::reviews::{CreateReview, Dimensions};
use vitrine_contract::validate;
use vitrine_contract::{Currency, Money};

fn hangzhou() -> AddressFields {
    AddressFields {
        name: "王小明".into(),
        phone: "138 0013 8000".into(),
        region: "浙江省".into(),
        city: "杭州市西湖区".into(),
        street: "文三路 1 号 2 幢 301".into(),
        postal_code: "310012".into(),
    }
}

fn faults(fields: &AddressFields) -> Vec<(String, FieldCode)> {
    validate::address(fields, "").into_iter().map(|f| (f.path, f.code)).collect()
}

#[test]
fn addresses_of_several_countries_pass() {
    let dublin = AddressFields {
        name: "Siobhán O’Brien".into(),
        phone: "+353 1 234-5678".into(),
        region: "Leinster".into(),
        city: "Dublin".into(),
        street: "Flat 3, 12 Merrion Sq. N".into(),
        postal_code: "D02 E272".into(),
    };
    for fields in [hangzhou(), dublin, AddressFields { postal_code: String::new(), ..hangzhou() }] {
        assert_eq!(faults(&fields), []);
    }
}

#[test]
fn each_field_has_its_own_fault_under_the_prefix() {
    assert_eq!(validate::address(&AddressFields::default(), "address.").len(), 5);
    assert_eq!(validate::address(&AddressFields::default(), "address.")[0].path, "address.name");
    let bad = AddressFields {
        name: "王\u{0}".into(),
        phone: "12+34567".into(),
        region: "字".repeat(61),
        city: "  ".into(),
        street: "字".repeat(200),
        postal_code: "310_012".into(),
    };
    let expected = [
        ("name", FieldCode::Invalid),
        ("region", FieldCode::TooLong),
        ("city", FieldCode::Required),
        ("postal_code", FieldCode::Invalid),
        ("phone", FieldCode::Invalid),
    ];
    assert_eq!(faults(&bad), expected.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn a_phone_number_has_enough_digits() {
    let with = |phone: &str| faults(&AddressFields { phone: phone.into(), ..hangzhou() });
    assert_eq!(with("1234")[0].1, FieldCode::TooShort);
    assert_eq!(with("1 - 2 - 3")[0].1, FieldCode::TooShort);
    assert_eq!(with("call me")[0].1, FieldCode::Invalid);
    assert_eq!(with(&"1".repeat(21))[0].1, FieldCode::TooLong);
}

#[test]
fn tidying_forgives_spaces_and_full_width() {
    let typed = AddressFields {
        phone: "１３８００１３８０００".into(),
        name: "\u{3000}王 小明 ".into(),
        postal_code: "d02 e272".into(),
        ..hangzhou()
    };
    let tidied = validate::tidy_address(&typed);
    assert_eq!(tidied.phone, "13800138000");
    assert_eq!(tidied.name, "王 小明");
    assert_eq!(tidied.postal_code, "D02 E272");
    assert_eq!(validate::tidy_address(&tidied), tidied);
}

#[test]
fn a_contact_has_one_form() {
    let same = ["13800138000", "+86 138 0013 8000", "0086-138-0013-8000", "１３８００１３８０００"];
    for typed in same {
        assert_eq!(Contact::parse(typed), Some(Contact::Phone("+8613800138000".into())), "{typed}");
    }
    assert_eq!(Contact::parse("+44 20 7946 0958").unwrap().as_str(), "+442079460958");
    assert_eq!(Contact::parse("A.B＠例え.jp").unwrap().as_str(), "a.b@例え.jp");
    for bad in [
        "",
        "1380013800",
        "23800138000",
        "+0123456789",
        "+86123",
        "a@b",
        "@b.cn",
        "a@@b.cn",
        "a b@c.cn",
        "a@-b.cn",
        "a@b..cn",
        "a@b.cn\r\nBcc: x@y.cn",
        "a@1.2.3.4",
        "+8613800138000x",
        "..a@b.cn",
    ] {
        assert_eq!(Contact::parse(bad), None, "{bad:?}");
    }
}

#[test]
fn a_masked_contact_hides_most() {
    let masked = |typed: &str| Contact::parse(typed).unwrap().masked();
    assert_eq!(masked("+44 20 7946 0958"), "+44****0958");
    assert_eq!(masked("+12345678"), "****5678");
    assert_eq!(masked("x@y.cn"), "x***@y.cn");
}

#[test]
fn reviews_are_told_what_is_wrong() {
    let fives = Dimensions { quality: 5, value: 5, appearance: 5, logistics: 5, service: 5 };
    let good = CreateReview {
        rating: 5,
        dimensions: fives,
        title: String::new(),
        text: "雨天不打滑。\n很好".into(),
        language: "zh-Hans".into(),
        photos: vec!["a".into(), "b".into()],
        anonymous: false,
    };
    assert_eq!(validate::review(&good), []);
    let bad = CreateReview {
        rating: 6,
        dimensions: Dimensions { service: 0, ..fives },
        title: "题".repeat(256),
        text: "字".repeat(2_001),
        language: "zh_Hans".into(),
        photos: vec!["a".into(), "b".into(), "a".into()],
        anonymous: false,
    };
    let paths: Vec<String> = validate::review(&bad).into_iter().map(|f| f.path).collect();
    assert_eq!(paths, ["rating", "dimensions.service", "title", "text", "language", "photos.2"]);
}

#[test]
fn a_password_free_limit_has_its_bounds() {
    let fen = |n| Money::new(n, Currency::CNY);
    for good in [0, 1, 500_000] {
        assert_eq!(validate::password_free_limit(fen(good)), []);
    }
    for bad in [-1, 500_001, i64::MAX, i64::MIN] {
        assert_eq!(validate::password_free_limit(fen(bad))[0].code, FieldCode::OutOfRange);
    }
    let dollars = Money::new(1, Currency::new("USD").unwrap());
    assert_eq!(validate::password_free_limit(dollars)[0].code, FieldCode::Unknown);
}
