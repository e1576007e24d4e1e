//! Which variant is meant by a choice.

use vitrine_contract::VariantId;
use vitrine_contract::products::Variant;

/// The variant to begin with: the one in the URL, else the cheapest in stock,
/// else the cheapest. `None` only without variants.
pub fn initial(variants: &[Variant], wanted: Option<&str>) -> Option<VariantId> {
    let wanted = variants.iter().find(|v| Some(v.id.as_str()) == wanted);
    let cheapest = || variants.iter().min_by_key(|v| (v.stock == 0, v.price.amount()));
    wanted.or_else(cheapest).map(|v| v.id.clone())
}

/// The variant after choosing `value` for option `option` (an index): as near
/// to the current one as there is. Other choices give way from the last option
/// to the first, and what is in stock goes before what isn't.
pub fn choose(
    variants: &[Variant],
    current: &VariantId,
    option: usize,
    value: &str,
) -> Option<VariantId> {
    let current = variants.iter().find(|v| v.id == *current)?;
    variants
        .iter()
        .filter(|v| v.choice.get(option).is_some_and(|c| c == value))
        .max_by_key(|v| {
            let kept: Vec<bool> =
                v.choice.iter().zip(&current.choice).map(|(a, b)| a == b).collect();
            let all_kept = kept.iter().enumerate().all(|(i, same)| i == option || *same);
            (all_kept, v.stock > 0, kept)
        })
        .map(|v| v.id.clone())
}

/// Whether a piece can be had with `value` and the current other choices.
pub fn available(variants: &[Variant], current: &Variant, option: usize, value: &str) -> bool {
    variants.iter().any(|v| {
        v.stock > 0
            && v.choice.iter().enumerate().all(|(i, choice)| {
                if i == option { choice == value } else { current.choice.get(i) == Some(choice) }
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitrine_contract::{Currency, Money};

    fn variant(id: &str, choice: [&str; 2], price: i64, stock: u32) -> Variant {
        Variant {
            id: id.into(),
            sku: id.into(),
            choice: choice.iter().map(|c| (*c).to_owned()).collect(),
            name: String::new(),
            price: Money::new(price, Currency::CNY),
            before_price: None,
            stock,
            picture: 0,
        }
    }

    fn laptops() -> Vec<Variant> {
        vec![
            variant("13-8", ["13", "8"], 100, 0),
            variant("15-8", ["15", "8"], 120, 3),
            variant("13-16", ["13", "16"], 140, 3),
        ]
    }

    #[test]
    fn the_url_decides_then_what_can_be_had() {
        let all = laptops();
        assert_eq!(initial(&all, Some("13-16")), Some("13-16".into()));
        assert_eq!(initial(&all, Some("nonsense")), Some("15-8".into()));
        assert_eq!(initial(&[], None), None);
    }

    #[test]
    fn other_choices_are_kept_where_they_can() {
        let all = laptops();
        assert_eq!(choose(&all, &"15-8".into(), 0, "13"), Some("13-8".into()));
        // There is no 15 with 16: the screen gives way.
        assert_eq!(choose(&all, &"15-8".into(), 1, "16"), Some("13-16".into()));
        assert_eq!(choose(&all, &"15-8".into(), 0, "17"), None);
    }

    #[test]
    fn what_cannot_be_had_is_known() {
        let all = laptops();
        assert!(!available(&all, &all[1], 0, "13"));
        assert!(available(&all, &all[2], 1, "16"));
        assert!(!available(&all, &all[1], 1, "16"));
    }
}
