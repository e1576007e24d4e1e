//! What a list shows, as it stands in the URL. The names are the contract's
//! own, so that the boot snippet can ask for the page's data from the URL alone.

use vitrine_contract::catalog::Sort;

use crate::api;

/// A list's state: everything a shopper could share or come back to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListQuery {
    /// Only this category's.
    pub category: Option<String>,
    /// Only what matches these words.
    pub q: String,
    /// Order.
    pub sort: Sort,
    /// Lowest price in minor units.
    pub price_min: Option<u64>,
    /// Highest price in minor units.
    pub price_max: Option<u64>,
    /// Only what can be bought now.
    pub in_stock: bool,
}

impl ListQuery {
    /// Everything in a category, or in the shop.
    pub fn all_of(category: Option<String>) -> Self {
        Self::read(category, |_| None)
    }

    /// Reads a URL, whose parameters `get` looks up; what makes no sense there
    /// is left out.
    pub fn read(category: Option<String>, get: impl Fn(&str) -> Option<String>) -> Self {
        let number = |name: &str| get(name).and_then(|text| text.parse().ok());
        let sort = match get("sort").as_deref().map(Sort::from) {
            None | Some(Sort::Other(_)) => Sort::Relevance,
            Some(known) => known,
        };
        Self {
            category,
            q: get("q").map(|q| q.trim().to_owned()).unwrap_or_default(),
            sort,
            price_min: number("price_min"),
            price_max: number("price_max"),
            in_stock: get("in_stock").as_deref() == Some("true"),
        }
    }

    /// The query as pairs, in the order in which the boot snippet sends them,
    /// without what is as usual.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if let Some(category) = &self.category {
            pairs.push(("category", category.clone()));
        }
        if !self.q.is_empty() {
            pairs.push(("q", self.q.clone()));
        }
        if self.sort != Sort::Relevance {
            pairs.push(("sort", self.sort.as_str().to_owned()));
        }
        if let Some(min) = self.price_min {
            pairs.push(("price_min", min.to_string()));
        }
        if let Some(max) = self.price_max {
            pairs.push(("price_max", max.to_string()));
        }
        if self.in_stock {
            pairs.push(("in_stock", "true".to_owned()));
        }
        pairs
    }

    /// Path and query of this list.
    pub fn href(&self) -> String {
        let path = match &self.category {
            Some(slug) => format!("/c/{slug}"),
            None => "/search".to_owned(),
        };
        let pairs = self.pairs();
        let pairs: Vec<_> = pairs
            .iter()
            .filter(|(name, _)| *name != "category")
            .map(|(name, value)| (*name, Some(value.as_str())))
            .collect();
        api::query(&path, &pairs)
    }

    /// Whether anything is filtered away.
    pub fn is_filtered(&self) -> bool {
        self.price_min.is_some() || self.price_max.is_some() || self.in_stock
    }

    /// The same list, unfiltered.
    pub fn unfiltered(&self) -> Self {
        Self { price_min: None, price_max: None, in_stock: false, ..self.clone() }
    }
}

/// Minor units (two decimals) from what a shopper typed: `12`, `12.5`, `1,200`.
/// `Ok(None)` for nothing, `Err` for anything else.
pub fn parse_price(text: &str) -> Result<Option<u64>, ()> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，' | '¥' | '￥'))
        .map(|c| match c {
            '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
            '．' | '。' => '.',
            other => other,
        })
        .collect();
    if text.is_empty() {
        return Ok(None);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() > 2 || whole.len() > 12 {
        return Err(());
    }
    let whole: u64 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| ())? };
    let fraction: u64 = format!("{fraction:0<2}").parse().map_err(|_| ())?;
    Ok(Some(whole * 100 + fraction))
}

/// A price for an input: `12900` is `129`, `12950` is `129.50`.
pub fn show_price(minor: u64) -> String {
    match minor % 100 {
        0 => (minor / 100).to_string(),
        cents => format!("{}.{cents:02}", minor / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(pairs: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<String> {
        |name| pairs.iter().find(|(k, _)| *k == name).map(|(_, v)| (*v).to_owned())
    }

    #[test]
    fn a_url_is_read_back() {
        let query = ListQuery {
            category: None,
            q: "茶 杯".into(),
            sort: Sort::PriceAsc,
            price_min: Some(100),
            price_max: None,
            in_stock: true,
        };
        assert_eq!(
            query.href(),
            "/search?q=%E8%8C%B6%20%E6%9D%AF&sort=price_asc&price_min=100&in_stock=true"
        );
        let read = params(&[
            ("q", "茶 杯"),
            ("sort", "price_asc"),
            ("price_min", "100"),
            ("in_stock", "true"),
        ]);
        assert_eq!(ListQuery::read(None, read), query);
    }

    #[test]
    fn nonsense_in_a_url_is_left_out() {
        let read = params(&[("sort", "sideways"), ("price_min", "-3"), ("in_stock", "maybe")]);
        let query = ListQuery::read(Some("home".into()), read);
        assert_eq!(query.href(), "/c/home");
        assert!(!query.is_filtered());
    }

    #[test]
    fn prices_are_read_as_they_are_typed() {
        assert_eq!(parse_price(" 1,299.5 "), Ok(Some(129_950)));
        assert_eq!(parse_price("￥１２"), Ok(Some(1_200)));
        assert_eq!(parse_price(""), Ok(None));
        for bad in ["-1", "1.234", "abc", "1.2.3", "9999999999999"] {
            assert_eq!(parse_price(bad), Err(()), "{bad}");
        }
        assert_eq!((show_price(12_900), show_price(12_950)), ("129".into(), "129.50".into()));
    }
}
