/// A language of the storefront, with its script where that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// Chinese in simplified script.
    ZhHans = 0,
    /// Chinese in traditional script.
    ZhHant = 1,
    /// English.
    #[default]
    En = 2,
}

impl Locale {
    /// Every locale, in the order in which a chooser shows them.
    pub const ALL: [Locale; 3] = [Locale::ZhHans, Locale::ZhHant, Locale::En];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        ["zh-Hans", "zh-Hant", "en"][self as usize]
    }

    /// The language's name in itself.
    pub fn autonym(self) -> &'static str {
        ["简体中文", "繁體中文", "English"][self as usize]
    }

    /// The locale for a BCP 47 tag, or `None` for a language we don't speak.
    ///
    /// Chinese without a script follows its region: Taiwan, Hong Kong and
    /// Macao write traditional (CLDR likely subtags).
    ///
    /// ```
    /// use vitrine_i18n::Locale;
    /// assert_eq!(Locale::parse("zh-TW"), Some(Locale::ZhHant));
    /// assert_eq!(Locale::parse("zh-Hans-HK"), Some(Locale::ZhHans));
    /// assert_eq!(Locale::parse("en-GB"), Some(Locale::En));
    /// assert_eq!(Locale::parse("fr"), None);
    /// ```
    pub fn parse(tag: &str) -> Option<Self> {
        let mut parts = tag.trim().split(['-', '_']);
        let language = parts.next()?;
        if language.eq_ignore_ascii_case("en") {
            return Some(Self::En);
        }
        if !language.eq_ignore_ascii_case("zh") {
            return None;
        }
        for part in parts {
            match part.to_ascii_lowercase().as_str() {
                "hans" => return Some(Self::ZhHans),
                "hant" | "tw" | "hk" | "mo" => return Some(Self::ZhHant),
                _ => {}
            }
        }
        Some(Self::ZhHans)
    }

    /// The best locale for an `Accept-Language` header, or for the browser's
    /// languages joined by commas (RFC 9110, 12.5.4: the highest `q` wins, the
    /// first of equals, and `q=0` refuses). English when none is spoken here.
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best: Option<(u16, Self)> = None;
        for range in accept_language.split(',') {
            let mut parts = range.split(';');
            let Some(locale) = parts.next().and_then(Self::parse) else { continue };
            let quality = parts
                .find_map(|p| p.trim().strip_prefix("q="))
                .map_or(Some(1000), thousandths)
                .unwrap_or(0);
            if quality > 0 && best.is_none_or(|(q, _)| quality > q) {
                best = Some((quality, locale));
            }
        }
        best.map_or(Self::En, |(_, locale)| locale)
    }
}

/// A `q` value (0 to 1, three decimals at most) in thousandths.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    if fraction.len() > 3 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_highest_quality_wins_and_the_first_of_equals() {
        assert_eq!(Locale::negotiate("fr, en;q=0.5, zh-TW;q=0.9"), Locale::ZhHant);
        assert_eq!(Locale::negotiate("zh-CN,en"), Locale::ZhHans);
        assert_eq!(Locale::negotiate("zh;q=0, en;q=0.1"), Locale::En);
        assert_eq!(Locale::negotiate(""), Locale::En);
    }

    proptest! {
        #[test]
        fn any_header_yields_a_locale(header in ".{0,80}") {
            Locale::negotiate(&header);
        }

        #[test]
        fn a_tag_is_read_back(index in 0usize..3) {
            let locale = Locale::ALL[index];
            prop_assert_eq!(Locale::parse(locale.tag()), Some(locale));
        }
    }
}
