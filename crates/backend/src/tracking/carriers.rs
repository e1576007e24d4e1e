//! The carriers the shop knows.

use vitrine_i18n::Locale;

/// A carrier.
pub struct Carrier {
    /// Its name in webhook URLs and in the database.
    pub slug: &'static str,
    /// Its name in every language, in the order of [`Locale::ALL`].
    names: [&'static str; 3],
    /// Its own page about a parcel, with `{}` where the number goes.
    page: Option<&'static str>,
}

const CARRIERS: [Carrier; 7] = [
    Carrier {
        slug: "sf",
        names: ["顺丰速运", "順豐速運", "SF Express"],
        page: Some("https://www.sf-express.com/chn/sc/waybill/waybill-detail/{}"),
    },
    Carrier {
        slug: "jd",
        names: ["京东快递", "京東快遞", "JD Logistics"],
        page: Some("https://www.jdl.com/orderSearch/?waybillCodes={}"),
    },
    Carrier {
        slug: "ems", names: ["邮政特快专递", "郵政特快專遞", "China Post EMS"], page: None
    },
    Carrier { slug: "zto", names: ["中通快递", "中通快遞", "ZTO Express"], page: None },
    Carrier { slug: "yto", names: ["圆通速递", "圓通速遞", "YTO Express"], page: None },
    Carrier { slug: "sto", names: ["申通快递", "申通快遞", "STO Express"], page: None },
    Carrier { slug: "yunda", names: ["韵达快递", "韻達快遞", "Yunda Express"], page: None },
];

/// The carrier of this slug.
pub fn find(slug: &str) -> Option<&'static Carrier> {
    CARRIERS.iter().find(|carrier| carrier.slug == slug)
}

/// The carrier's name in the language, or the slug of one we don't know (any more).
pub fn name(slug: &str, locale: Locale) -> String {
    find(slug).map_or(slug, |carrier| carrier.names[locale as usize]).to_owned()
}

/// The carrier's own page about the parcel.
pub fn page(slug: &str, number: &str) -> Option<String> {
    // Only a number of the usual form goes into a URL.
    let usual = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    find(slug)?.page.filter(|_| usual).map(|page| page.replace("{}", number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_language() {
        assert_eq!(name("sf", Locale::ZhHant), "順豐速運");
        assert_eq!(name("sf", Locale::En), "SF Express");
        assert_eq!(name("gone", Locale::En), "gone");
    }

    #[test]
    fn odd_numbers_get_no_link() {
        assert!(page("sf", "SF1234567890123").unwrap().ends_with("/SF1234567890123"));
        assert_eq!(page("sf", "../?x"), None);
        assert_eq!(page("zto", "1"), None);
    }
}
