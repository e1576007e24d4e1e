use vitrine_i18n::Locale;

use super::engine;

/// How much of a moment is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `Nov 24`, `11月24日`.
    Short,
    /// `Mon, Nov 24`, `11月24日周一`.
    Weekday,
    /// `November 24, 2025`, `2025年11月24日`.
    Long,
    /// `14:30`.
    Time,
    /// `Nov 24, 14:30`, `11月24日 14:30`.
    ShortTime,
    /// `Nov 24, 2025, 14:30`, `2025年11月24日 14:30`.
    LongTime,
}

/// An RFC 3339 time in the shopper's time zone; a malformed one as it is.
pub fn date(locale: Locale, style: DateStyle, time: &str) -> String {
    engine::date(locale, style, time).unwrap_or_else(|| time.to_owned())
}

/// Two days as one span: `Nov 24–26`, `11月24日至26日`; one day stays one.
pub fn date_range(locale: Locale, from: &str, to: &str) -> String {
    let first = date(locale, DateStyle::Short, from);
    let last = date(locale, DateStyle::Short, to);
    if first == last {
        return first;
    }
    let (month_ends, joint, wide_joint) = match locale {
        Locale::En => (' ', "–", " – "),
        Locale::ZhHans | Locale::ZhHant => ('月', "至", "至"),
    };
    match (first.split_once(month_ends), last.split_once(month_ends)) {
        (Some((a, _)), Some((b, day))) if a == b => format!("{first}{joint}{day}"),
        _ => format!("{first}{wide_joint}{last}"),
    }
}

/// This moment as an RFC 3339 time, for callbacks and effects. Rendering takes
/// the time as an argument, so that server and browser agree.
pub fn now() -> String {
    engine::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIME: &str = "2025-11-24T06:30:00Z";

    #[test]
    fn times_read_as_intl_writes_them() {
        for (style, hans, hant, en) in [
            (DateStyle::Short, "11月24日", "11月24日", "Nov 24"),
            (DateStyle::Weekday, "11月24日周一", "11月24日週一", "Mon, Nov 24"),
            (DateStyle::Long, "2025年11月24日", "2025年11月24日", "November 24, 2025"),
            (DateStyle::Time, "14:30", "14:30", "14:30"),
            (DateStyle::ShortTime, "11月24日 14:30", "11月24日 14:30", "Nov 24, 14:30"),
            (
                DateStyle::LongTime,
                "2025年11月24日 14:30",
                "2025年11月24日 14:30",
                "Nov 24, 2025, 14:30",
            ),
        ] {
            assert_eq!(date(Locale::ZhHans, style, TIME), hans);
            assert_eq!(date(Locale::ZhHant, style, TIME), hant);
            assert_eq!(date(Locale::En, style, TIME), en);
        }
    }

    #[test]
    fn days_in_one_month_share_its_name() {
        let span = |l, to| date_range(l, TIME, to);
        assert_eq!(span(Locale::En, "2025-11-26T06:30:00Z"), "Nov 24–26");
        assert_eq!(span(Locale::En, "2025-12-02T06:30:00Z"), "Nov 24 – Dec 2");
        assert_eq!(span(Locale::ZhHans, "2025-11-26T06:30:00Z"), "11月24日至26日");
        assert_eq!(span(Locale::ZhHant, "2025-12-02T06:30:00Z"), "11月24日至12月2日");
        assert_eq!(span(Locale::En, TIME), "Nov 24");
    }

    #[test]
    fn a_malformed_time_is_shown_as_it_came() {
        assert_eq!(date(Locale::En, DateStyle::Long, "soon"), "soon");
        assert_eq!(
            date(Locale::En, DateStyle::Long, "2025-13-99T00:00:00Z"),
            "2025-13-99T00:00:00Z"
        );
    }
}
