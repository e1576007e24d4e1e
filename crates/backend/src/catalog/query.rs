//! What a list is asked for, read and checked.

use serde::Deserialize;
use vitrine_contract::FieldError;
use vitrine_contract::catalog::{LIST_LIMIT, LIST_LIMIT_MAX, Sort};
use vitrine_contract::problem::FieldCode;

use super::cursor::Cursor;
use crate::error::{AppError, AppResult};

/// The most characters of a search.
pub const Q_MAX: usize = 80;

/// The query string, as it came.
#[derive(Debug, Default, Deserialize)]
pub struct RawListQuery {
    category: Option<String>,
    q: Option<String>,
    sort: Option<String>,
    price_min: Option<String>,
    price_max: Option<String>,
    in_stock: Option<String>,
    cursor: Option<String>,
    limit: Option<String>,
}

/// A list that can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuery {
    /// Slug of the category.
    pub category: Option<String>,
    /// What is searched for; not empty.
    pub q: Option<String>,
    /// Order.
    pub sort: Sort,
    /// Lowest price of the default variant, minor units.
    pub price_min: Option<i64>,
    /// Highest price of the default variant, minor units.
    pub price_max: Option<i64>,
    /// Only what is in stock.
    pub in_stock: bool,
    /// Where the page begins.
    pub cursor: Option<Cursor>,
    /// Products a page.
    pub limit: u64,
}

/// Reads fields and gathers what is wrong with them.
#[derive(Default)]
pub struct Checker {
    faults: Vec<FieldError>,
}

impl Checker {
    /// Notes a fault.
    pub fn fault(&mut self, path: &str, code: FieldCode, detail: &str) {
        self.faults.push(FieldError { path: path.into(), code, detail: detail.into() });
    }

    /// A whole number of this range; `None` when absent, empty or wrong.
    pub fn number(
        &mut self,
        path: &str,
        text: Option<String>,
        range: std::ops::RangeInclusive<i64>,
    ) -> Option<i64> {
        let text = text.filter(|text| !text.is_empty())?;
        match text.parse::<i64>() {
            Ok(number) if range.contains(&number) => return Some(number),
            Ok(_) => {
                let detail = format!("from {} to {}", range.start(), range.end());
                self.fault(path, FieldCode::OutOfRange, &detail);
            }
            Err(_) => self.fault(path, FieldCode::Invalid, "a whole number"),
        }
        None
    }

    /// Yes or no; no when absent.
    pub fn flag(&mut self, path: &str, text: Option<String>) -> bool {
        match text.as_deref() {
            None | Some("" | "false" | "0") => false,
            Some("true" | "1") => true,
            Some(_) => {
                self.fault(path, FieldCode::Invalid, "true or false");
                false
            }
        }
    }

    /// All faults as one error.
    pub fn done(self) -> AppResult<()> {
        AppError::from_fields(self.faults)
    }
}

impl RawListQuery {
    /// Checks everything; the error names every wrong field.
    pub fn check(self) -> AppResult<ListQuery> {
        let mut check = Checker::default();
        let q = self.q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
        if q.as_ref().is_some_and(|q| q.chars().count() > Q_MAX) {
            check.fault("q", FieldCode::TooLong, "at most 80 characters");
        }
        let sort = self.sort.filter(|s| !s.is_empty()).map_or(Sort::Relevance, Sort::from);
        if let Sort::Other(_) = sort {
            check.fault("sort", FieldCode::Unknown, &Sort::KNOWN.join(", "));
        }
        let price_min = check.number("price_min", self.price_min, 0..=i64::MAX);
        let price_max = check.number("price_max", self.price_max, 0..=i64::MAX);
        if let (Some(min), Some(max)) = (price_min, price_max)
            && min > max
        {
            check.fault("price_max", FieldCode::OutOfRange, "not below price_min");
        }
        let in_stock = check.flag("in_stock", self.in_stock);
        let limit = check.number("limit", self.limit, 1..=i64::from(LIST_LIMIT_MAX));
        // Without a search there is nothing to be relevant to: best sold.
        let sort = if sort == Sort::Relevance && q.is_none() { Sort::Sales } else { sort };
        let cursor = self.cursor.filter(|c| !c.is_empty());
        let read = cursor.as_deref().map(|text| Cursor::read(text, sort.as_str()));
        if let Some(None) = read {
            check.fault("cursor", FieldCode::Invalid, "not a cursor of this list");
        }
        check.done()?;
        Ok(ListQuery {
            category: self.category.filter(|c| !c.is_empty()),
            q,
            sort,
            price_min,
            price_max,
            in_stock,
            cursor: read.flatten(),
            limit: limit.map_or(u64::from(LIST_LIMIT), i64::unsigned_abs),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(query: &str) -> Vec<String> {
        let raw: RawListQuery = serde_urlencoded::from_str(query).unwrap();
        let problem = raw.check().unwrap_err().to_problem();
        problem.fields.into_iter().map(|field| field.path).collect()
    }

    #[test]
    fn every_wrong_field_is_named() {
        let query = "sort=best&price_min=x&price_max=-1&in_stock=perhaps&limit=61&cursor=%21";
        let names = ["sort", "price_min", "price_max", "in_stock", "limit", "cursor"];
        assert_eq!(wrong(query), names);
        assert_eq!(wrong("price_min=2&price_max=1"), ["price_max"]);
        assert_eq!(wrong(&format!("q={}", "字".repeat(81))), ["q"]);
    }

    #[test]
    fn empty_fields_count_as_absent() {
        let raw: RawListQuery = serde_urlencoded::from_str("category=&q=+&sort=&cursor=").unwrap();
        let query = raw.check().unwrap();
        assert_eq!((query.category, query.q, query.sort), (None, None, Sort::Sales));
    }
}
