//! Medians, percentiles and budgets.

use super::table::OVER;

/// What several runs gave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub median: f64,
    pub min: f64,
    pub max: f64,
}

impl Spread {
    /// `None` without a run.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<_> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let (min, max) = (*values.first()?, *values.last()?);
        let middle = values.len() / 2;
        let median = if values.len() % 2 == 1 {
            values[middle]
        } else {
            f64::midpoint(values[middle - 1], values[middle])
        };
        Some(Self { median, min, max })
    }

    /// `985 (970–1010)`, or the figure alone when all runs agree.
    pub fn shown(&self, figure: impl Fn(f64) -> String) -> String {
        let (min, max) = (figure(self.min), figure(self.max));
        let median = figure(self.median);
        if min == max { median } else { format!("{median} ({min}–{max})") }
    }
}

/// The value below which this share of them lies (nearest rank); `sorted` is not empty.
pub fn percentile(sorted: &[f64], share: f64) -> f64 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted[rank.clamp(1, sorted.len()) - 1]
}

/// A promise about a figure.
#[derive(Clone, Copy)]
pub enum Budget {
    AtMost(f64),
    AtLeast(f64),
}

impl Budget {
    pub fn verdict(self, is: f64) -> &'static str {
        let holds = match self {
            Self::AtMost(limit) => is <= limit,
            Self::AtLeast(limit) => is >= limit,
        };
        if holds { "ok" } else { OVER }
    }
}

/// `12,345`
pub fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_stands_in_the_middle() {
        let spread = Spread::of([30.0, 10.0, 20.0]).unwrap();
        assert_eq!(spread, Spread { median: 20.0, min: 10.0, max: 30.0 });
        assert_eq!(Spread::of([1.0, 2.0]).unwrap().median, 1.5);
        assert_eq!(Spread::of([]), None);
        assert_eq!(spread.shown(|ms| format!("{ms:.0}")), "20 (10–30)");
        assert_eq!(Spread::of([100.0]).unwrap().shown(|score| format!("{score}")), "100");
    }

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let sorted: Vec<_> = (1..=100).map(f64::from).collect();
        assert_eq!(percentile(&sorted, 0.5), 50.0);
        assert_eq!(percentile(&sorted, 0.95), 95.0);
        assert_eq!(percentile(&[7.0], 0.95), 7.0);
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(999.6), "1,000");
        assert_eq!(grouped(1_234_567.0), "1,234,567");
        assert_eq!(grouped(12.0), "12");
    }

    #[test]
    fn a_budget_may_be_reached() {
        assert_eq!(Budget::AtMost(2.0).verdict(2.0), "ok");
        assert_eq!(Budget::AtLeast(97.0).verdict(96.0), OVER);
    }
}
