use vitrine_i18n::{Locale, strings};

use super::engine;

/// How long ago (or from now) `time` is at `now`, both RFC 3339: `3 minutes
/// ago`, `3分钟后`. A malformed time is shown as it is.
pub fn relative(locale: Locale, time: &str, now: &str) -> String {
    let (Some(then), Some(at)) = (engine::epoch_seconds(time), engine::epoch_seconds(now)) else {
        return time.to_owned();
    };
    match in_words(then - at) {
        Some((value, unit)) => engine::relative(locale, value, unit),
        None => strings::ui::just_now(locale).to_owned(),
    }
}

/// Whole units, rounded towards now; `None` below a minute.
fn in_words(seconds: i64) -> Option<(i64, &'static str)> {
    const UNITS: [(i64, &str); 5] = [
        (365 * 86_400, "year"),
        (30 * 86_400, "month"),
        (86_400, "day"),
        (3_600, "hour"),
        (60, "minute"),
    ];
    UNITS
        .into_iter()
        .find(|(length, _)| seconds.abs() >= *length)
        .map(|(length, unit)| (seconds / length, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2025-11-24T06:30:00Z";

    #[test]
    fn the_largest_whole_unit_is_told() {
        for (time, hans, hant, en) in [
            ("2025-11-24T06:29:30Z", "刚刚", "剛剛", "just now"),
            ("2025-11-24T06:27:00Z", "3分钟前", "3 分鐘前", "3 minutes ago"),
            ("2025-11-24T14:30:00+08:00", "刚刚", "剛剛", "just now"),
            ("2025-11-24T07:30:00Z", "1小时后", "1 小時後", "in 1 hour"),
            ("2025-11-23T06:00:00Z", "1天前", "1 天前", "1 day ago"),
            ("2025-08-24T06:30:00Z", "3个月前", "3 個月前", "3 months ago"),
            ("2027-11-25T06:30:00Z", "2年后", "2 年後", "in 2 years"),
        ] {
            assert_eq!(relative(Locale::ZhHans, time, NOW), hans);
            assert_eq!(relative(Locale::ZhHant, time, NOW), hant);
            assert_eq!(relative(Locale::En, time, NOW), en);
        }
    }
}
