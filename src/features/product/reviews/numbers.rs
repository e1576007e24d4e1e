//! What buyers say, in numbers.

use vitrine_contract::reviews::{DimensionAverages, ReviewSummary};

use crate::api::query;
use crate::format;
use crate::i18n::{Locale, strings};
use crate::ui::RatingBar;

/// The rating to which the URL narrows the reviews; anything else is none.
pub fn rating_in(value: Option<&str>) -> Option<u8> {
    value?.parse().ok().filter(|stars| (1..=5).contains(stars))
}

/// The product's address with the reviews narrowed to `rating`; the chosen
/// variant stays.
pub fn href(slug: &str, variant: Option<&str>, rating: Option<u8>) -> String {
    let rating = rating.map(|stars| stars.to_string());
    query(&format!("/p/{slug}"), &[("v", variant), ("rating", rating.as_deref())])
}

/// The histogram's lines, five stars first. A line leads to its reviews, the
/// chosen one back to all.
pub fn bars(
    l: Locale,
    summary: &ReviewSummary,
    chosen: Option<u8>,
    href: impl Fn(Option<u8>) -> String,
) -> Vec<RatingBar> {
    let all: u64 = summary.histogram.iter().sum();
    (1..=5u8)
        .rev()
        .map(|stars| {
            let number = summary.histogram[usize::from(stars) - 1];
            let selected = chosen == Some(stars);
            let count = format::count(l, number);
            let name = stars.to_string();
            RatingBar {
                stars,
                count: format::number(l, number),
                share: (number, all),
                label: if selected {
                    strings::review::histogram_line_selected(l, &count, &name)
                } else {
                    strings::review::histogram_line(l, &count, &name)
                },
                href: href((!selected).then_some(stars)),
                selected,
            }
        })
        .collect()
}

/// The aspects' names and averages, in hundredths of a star; none without ratings.
pub fn aspects(l: Locale, averages: &DimensionAverages) -> Vec<(&'static str, u32)> {
    use strings::review::{appearance, logistics, quality, service, value};
    [
        (quality(l), averages.quality),
        (value(l), averages.value),
        (appearance(l), averages.appearance),
        (logistics(l), averages.logistics),
        (service(l), averages.service),
    ]
    .into_iter()
    .filter(|(_, hundredths)| *hundredths > 0)
    .collect()
}

#[cfg(test)]
mod tests {
    use vitrine_contract::catalog::RatingSummary;

    use super::*;

    fn summary() -> ReviewSummary {
        ReviewSummary {
            rating: RatingSummary { average_hundredths: 425, count: 8 },
            histogram: [0, 1, 0, 2, 5],
            dimensions_hundredths: DimensionAverages { quality: 450, ..Default::default() },
            with_photos: 1,
        }
    }

    #[test]
    fn the_url_narrows_to_a_rating_or_not() {
        assert_eq!(rating_in(Some("4")), Some(4));
        for bad in [None, Some("0"), Some("6"), Some("x"), Some("")] {
            assert_eq!(rating_in(bad), None);
        }
        assert_eq!(href("laptop", Some("a"), Some(4)), "/p/laptop?v=a&rating=4");
        assert_eq!(href("laptop", None, None), "/p/laptop");
    }

    #[test]
    fn a_chosen_line_leads_back_to_all() {
        let bars = bars(Locale::En, &summary(), Some(5), |rating| href("laptop", None, rating));
        assert_eq!(bars.len(), 5);
        assert_eq!((bars[0].stars, bars[0].share, bars[0].selected), (5, (5, 8), true));
        assert_eq!(
            (bars[0].href.as_str(), bars[1].href.as_str()),
            ("/p/laptop", "/p/laptop?rating=4")
        );
        assert_eq!(bars[3].label, "2 stars, 1 review: show only these");
    }

    #[test]
    fn nothing_rated_is_nothing_shown() {
        assert!(aspects(Locale::En, &DimensionAverages::default()).is_empty());
        assert_eq!(aspects(Locale::En, &summary().dimensions_hundredths), [("Quality", 450)]);
        let none = ReviewSummary { histogram: [0; 5], ..summary() };
        assert!(bars(Locale::En, &none, None, |_| String::new()).iter().all(|b| b.share == (0, 0)));
    }
}
