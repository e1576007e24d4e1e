/// Splits `total` over `weights` so that the parts add up to `total` and each
/// is within one unit of its exact share (the largest-remainder, or Hamilton,
/// method; ties go to the earlier weight). Equal parts when all weights are 0.
///
/// ```
/// use vitrine_pricing::allocate;
/// assert_eq!(allocate(100, &[1, 1, 1]), [34, 33, 33]);
/// assert_eq!(allocate(5, &[0, 0]), [3, 2]);
/// ```
pub fn allocate(total: u64, weights: &[u64]) -> Vec<u64> {
    if weights.is_empty() {
        return Vec::new();
    }
    let sum: u128 = weights.iter().map(|&w| u128::from(w)).sum();
    let weight = |w: u64| if sum == 0 { 1 } else { u128::from(w) };
    let sum = if sum == 0 { weights.len() as u128 } else { sum };
    // `total * w` fits: both are 64 bits wide.
    let exact = |w: u64| u128::from(total) * weight(w);
    let mut parts: Vec<u64> = weights.iter().map(|&w| (exact(w) / sum) as u64).collect();
    let rest = total - parts.iter().sum::<u64>();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(exact(weights[i]) % sum));
    for &i in order.iter().take(rest as usize) {
        parts[i] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::allocate;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_add_up_and_are_within_one_unit(
            total in 0u64..=1_000_000_000_000,
            weights in prop::collection::vec(0u64..=1_000_000_000_000, 1..40),
        ) {
            let parts = allocate(total, &weights);
            prop_assert_eq!(parts.iter().sum::<u64>(), total);
            let sum: u128 = weights.iter().map(|&w| u128::from(w)).sum();
            for (&part, &weight) in parts.iter().zip(&weights) {
                let share = (u128::from(total) * u128::from(weight)).checked_div(sum);
                if let Some(floor) = share {
                    prop_assert!(u128::from(part) == floor || u128::from(part) == floor + 1);
                }
            }
        }
    }
}
