//! The lines of a cart as they stand in the query: `<variant>:<quantity>,…`.

use vitrine_contract::cart::{CART_LINES_MAX, LineRequest};
use vitrine_contract::problem::FieldCode;
use vitrine_pricing::MAX_QUANTITY;

use crate::error::{AppError, AppResult};

/// Reads the lines. A variant named twice is one line with both quantities.
///
/// Errors, each at `lines.<n>`: not of the form, a quantity out of range; and
/// at `lines`: more than [`CART_LINES_MAX`].
pub fn parse(text: &str) -> AppResult<Vec<LineRequest>> {
    let mut lines: Vec<LineRequest> = Vec::new();
    for (at, part) in text.split(',').filter(|part| !part.is_empty()).enumerate() {
        let read = part
            .rsplit_once(':')
            .filter(|(variant, _)| !variant.is_empty())
            .and_then(|(variant, quantity)| Some((variant, quantity.parse::<u32>().ok()?)));
        let Some((variant, quantity)) = read else {
            let path = format!("lines.{at}");
            return Err(AppError::invalid(&path, FieldCode::Invalid, "<variant>:<quantity>"));
        };
        let known = lines.iter().position(|line| line.variant.as_str() == variant);
        let before = known.map_or(0, |known| lines[known].quantity);
        let quantity = before.saturating_add(quantity);
        if !(1..=MAX_QUANTITY).contains(&quantity) {
            let path = format!("lines.{at}.quantity");
            return Err(AppError::invalid(&path, FieldCode::OutOfRange, "1 to 99 pieces"));
        }
        match known {
            Some(known) => lines[known].quantity = quantity,
            None if lines.len() == CART_LINES_MAX => {
                return Err(AppError::invalid("lines", FieldCode::TooLong, "at most 50 variants"));
            }
            None => lines.push(LineRequest { variant: variant.into(), quantity }),
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn path(text: &str) -> String {
        parse(text).unwrap_err().to_problem().fields[0].path.clone()
    }

    #[test]
    fn doubled_variants_are_one_line() {
        let lines = parse("a:1,b:2,a:3").unwrap();
        let lines: Vec<_> = lines.iter().map(|l| (l.variant.as_str(), l.quantity)).collect();
        assert_eq!(lines, [("a", 4), ("b", 2)]);
        assert!(parse("").unwrap().is_empty());
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(path("a:1,b"), "lines.1");
        assert_eq!(path(":1"), "lines.0");
        assert_eq!(path("a:x"), "lines.0");
        assert_eq!(path("a:0"), "lines.0.quantity");
        assert_eq!(path("a:60,a:60"), "lines.1.quantity");
        let many: Vec<_> = (0..51).map(|n| format!("v{n}:1")).collect();
        assert_eq!(path(&many.join(",")), "lines");
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "\\PC*") {
            let _ = parse(&text);
        }
    }
}
