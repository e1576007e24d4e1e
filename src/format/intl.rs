//! The browser's `Intl`. Its formatters are slow to make, so each is made once.

use std::cell::RefCell;

use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules, RelativeTimeFormat};
use js_sys::{Array, Date, Function, Object, Reflect};
use vitrine_i18n::Locale;
use vitrine_pricing::Currency;
use wasm_bindgen::{JsCast, JsValue};

use super::DateStyle;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberStyle {
    Whole,
    Compact,
    Percent,
    Rating,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Money(Currency),
    Number(NumberStyle),
    Date(DateStyle),
    Relative,
    Plural,
}

thread_local! {
    static MADE: RefCell<Vec<((Locale, Kind), Object)>> = const { RefCell::new(Vec::new()) };
}

pub(super) fn money(locale: Locale, currency: Currency, decimal: &str) -> String {
    let formatter = formatter(locale, Kind::Money(currency));
    call(formatter.unchecked_ref::<NumberFormat>().format(), &decimal.into())
}

pub(super) fn number(locale: Locale, style: NumberStyle, value: f64) -> String {
    let formatter = formatter(locale, Kind::Number(style));
    call(formatter.unchecked_ref::<NumberFormat>().format(), &value.into())
}

pub(super) fn plural(locale: Locale, n: u64) -> String {
    let rules = formatter(locale, Kind::Plural);
    rules.unchecked_ref::<PluralRules>().select(n as f64).into()
}

pub(super) fn relative(locale: Locale, value: i64, unit: &str) -> String {
    let formatter = formatter(locale, Kind::Relative);
    formatter.unchecked_ref::<RelativeTimeFormat>().format(value as f64, unit).into()
}

pub(super) fn date(locale: Locale, style: DateStyle, time: &str) -> Option<String> {
    let moment = Date::parse(time);
    if moment.is_nan() {
        return None;
    }
    let formatter = formatter(locale, Kind::Date(style));
    Some(call(formatter.unchecked_ref::<DateTimeFormat>().format(), &moment.into()))
}

pub(super) fn epoch_seconds(time: &str) -> Option<i64> {
    let moment = Date::parse(time);
    (!moment.is_nan()).then(|| (moment / 1000.0).floor() as i64)
}

pub(super) fn now() -> String {
    Date::new_0().to_iso_string().into()
}

fn call(format: Function, value: &JsValue) -> String {
    format.call1(&JsValue::NULL, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn formatter(locale: Locale, kind: Kind) -> Object {
    let key = (locale, kind);
    MADE.with_borrow_mut(|made| {
        if let Some((_, known)) = made.iter().find(|(k, _)| *k == key) {
            return known.clone();
        }
        let new = make(locale, kind);
        made.push((key, new.clone()));
        new
    })
}

fn make(locale: Locale, kind: Kind) -> Object {
    let options = Object::new();
    let set = |pairs: &[(&str, &str)]| {
        for (name, value) in pairs {
            let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
        }
    };
    let locales = Array::of1(&locale.tag().into());
    match kind {
        Kind::Money(currency) => {
            set(&[("style", "currency"), ("currency", currency.code())]);
            set(&[("currencyDisplay", "narrowSymbol")]);
            NumberFormat::new(&locales, &options).into()
        }
        Kind::Number(style) => {
            match style {
                NumberStyle::Whole => {}
                NumberStyle::Compact => set(&[("notation", "compact")]),
                NumberStyle::Percent => set(&[("style", "percent")]),
                NumberStyle::Rating => {
                    set(&[("minimumFractionDigits", "1"), ("maximumFractionDigits", "1")]);
                }
            }
            NumberFormat::new(&locales, &options).into()
        }
        Kind::Date(style) => {
            use DateStyle::{Long, LongTime, Short, ShortTime, Time, Weekday};
            if style != Time {
                set(&[("month", if style == Long { "long" } else { "short" }), ("day", "numeric")]);
            }
            match style {
                Short => {}
                Weekday => set(&[("weekday", "short")]),
                Long | LongTime => set(&[("year", "numeric")]),
                Time | ShortTime => {}
            }
            if matches!(style, Time | ShortTime | LongTime) {
                set(&[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")]);
            }
            DateTimeFormat::new(&locales, &options).into()
        }
        Kind::Relative => RelativeTimeFormat::new(&locales, &options).into(),
        Kind::Plural => PluralRules::new(&locales, &options).into(),
    }
}
