//! What `Intl` would say, for HTML rendered on the server.

use std::time::{SystemTime, UNIX_EPOCH};

use vitrine_i18n::Locale;
use vitrine_pricing::Currency;

use super::DateStyle;

/// The shop's clock (China Standard Time), until the browser tells its own.
///
/// A browser formats in its own zone, so elsewhere than in China the two differ,
/// and a page that takes over the server's HTML must not be surprised by it:
/// its first rendering has to repeat the server's words in this zone, and an
/// effect then writes them anew in the shopper's. Nothing does so yet, since
/// nothing takes over server HTML yet.
const SHOP_OFFSET: i64 = 8 * 3_600;
const DAY: i64 = 86_400;

#[derive(Clone, Copy)]
pub(super) enum NumberStyle {
    Whole,
    Compact,
    Percent,
    Rating,
}

pub(super) fn money(_: Locale, currency: Currency, decimal: &str) -> String {
    let sign = match currency.code() {
        "CNY" | "JPY" => "¥".to_owned(),
        "USD" | "HKD" | "TWD" | "SGD" | "AUD" | "CAD" => "$".to_owned(),
        "EUR" => "€".to_owned(),
        "GBP" => "£".to_owned(),
        "KRW" => "₩".to_owned(),
        code => format!("{code}\u{a0}"),
    };
    let (minus, digits) = match decimal.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", decimal),
    };
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    format!("{minus}{sign}{}{fraction}", grouped(whole))
}

pub(super) fn number(locale: Locale, style: NumberStyle, value: f64) -> String {
    match style {
        NumberStyle::Whole => grouped(&format!("{value:.0}")),
        NumberStyle::Percent => format!("{}%", grouped(&format!("{:.0}", value * 100.0))),
        NumberStyle::Rating => format!("{value:.1}"),
        NumberStyle::Compact => compact(locale, value),
    }
}

fn compact(locale: Locale, value: f64) -> String {
    let units: &[(f64, &str)] = match locale {
        Locale::En => &[(1e9, "B"), (1e6, "M"), (1e3, "K")],
        Locale::ZhHans => &[(1e8, "亿"), (1e4, "万")],
        Locale::ZhHant => &[(1e8, "億"), (1e4, "萬")],
    };
    let Some((size, unit)) = units.iter().find(|(size, _)| value >= *size) else {
        return format!("{value:.0}");
    };
    let scaled = value / size;
    let text = if scaled < 9.95 { format!("{scaled:.1}") } else { format!("{scaled:.0}") };
    format!("{}{unit}", text.strip_suffix(".0").unwrap_or(&text))
}

fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

pub(super) fn plural(locale: Locale, n: u64) -> String {
    if locale == Locale::En && n == 1 { "one" } else { "other" }.to_owned()
}

pub(super) fn relative(locale: Locale, value: i64, unit: &str) -> String {
    let n = value.unsigned_abs();
    let (space, past, future, names) = match locale {
        Locale::En => {
            let s = if n == 1 { "" } else { "s" };
            let past = value < 0;
            return if past { format!("{n} {unit}{s} ago") } else { format!("in {n} {unit}{s}") };
        }
        Locale::ZhHans => ("", "前", "后", ["分钟", "小时", "天", "个月", "年"]),
        Locale::ZhHant => (" ", "前", "後", ["分鐘", "小時", "天", "個月", "年"]),
    };
    let index = ["minute", "hour", "day", "month", "year"].iter().position(|u| *u == unit);
    let name = names[index.unwrap_or(0)];
    format!("{n}{space}{name}{}", if value < 0 { past } else { future })
}

pub(super) fn date(locale: Locale, style: DateStyle, time: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let local = epoch_seconds(time)? + SHOP_OFFSET;
    let (y, m, d) = civil(local.div_euclid(DAY));
    let minutes = local.rem_euclid(DAY) / 60;
    let clock = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let weekday = (local.div_euclid(DAY) + 4).rem_euclid(7) as usize;
    if style == DateStyle::Time {
        return Some(clock);
    }
    if locale == Locale::En {
        let month = MONTHS[m as usize - 1];
        let short = &month[..3];
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday];
        return Some(match style {
            DateStyle::Weekday => format!("{day}, {short} {d}"),
            DateStyle::Long => format!("{month} {d}, {y}"),
            DateStyle::ShortTime => format!("{short} {d}, {clock}"),
            DateStyle::LongTime => format!("{short} {d}, {y}, {clock}"),
            _ => format!("{short} {d}"),
        });
    }
    let week = if locale == Locale::ZhHans { '周' } else { '週' };
    let day = ['日', '一', '二', '三', '四', '五', '六'][weekday];
    Some(match style {
        DateStyle::Weekday => format!("{m}月{d}日{week}{day}"),
        DateStyle::Long => format!("{y}年{m}月{d}日"),
        DateStyle::ShortTime => format!("{m}月{d}日 {clock}"),
        DateStyle::LongTime => format!("{y}年{m}月{d}日 {clock}"),
        _ => format!("{m}月{d}日"),
    })
}

/// Seconds since 1970 of an RFC 3339 time.
pub(super) fn epoch_seconds(time: &str) -> Option<i64> {
    let field = |from: usize, to: usize| time.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (field(0, 4)?, field(5, 7)?, field(8, 10)?);
    let (hour, minute, second) = (field(11, 13)?, field(14, 16)?, field(17, 19)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 23 || minute > 59 {
        return None;
    }
    let zone = time.get(19..)?.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let offset = match zone.as_bytes() {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), ..] => {
            let of = |from, to| zone.get(from..to)?.parse::<i64>().ok();
            let size = of(1, 3)? * 3_600 + of(4, 6)? * 60;
            if *sign == b'-' { -size } else { size }
        }
        _ => return None,
    };
    Some(days(year, month, day) * DAY + hour * 3_600 + minute * 60 + second - offset)
}

pub(super) fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs() as i64);
    let (y, m, d) = civil(seconds.div_euclid(DAY));
    let s = seconds.rem_euclid(DAY);
    format!("{y:04}-{m:02}-{d:02}T{:02}:{:02}:{:02}Z", s / 3_600, s / 60 % 60, s % 60)
}

/// Days since 1970 of a Gregorian date (H. Hinnant's algorithm).
fn days(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let doy = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

/// The inverse of [`days`].
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(month <= 2), month, doy - (153 * mp + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for day in (-800_000..800_000).step_by(97) {
            let (y, m, d) = civil(day);
            assert_eq!(days(y, m, d), day);
        }
        assert_eq!(civil(0), (1970, 1, 1));
    }

    #[test]
    fn this_moment_can_be_read_back() {
        assert!(epoch_seconds(&now()).is_some_and(|s| s > 1_700_000_000));
    }
}
