use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vitrine_contract::VariantId;
use vitrine_contract::cart::{CART_LINES_MAX, LineRequest};
use vitrine_pricing::MAX_QUANTITY;

use super::Stored;

/// A line of the cart on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartEntry {
    /// The variant.
    pub variant: VariantId,
    /// Pieces, 1 to [`MAX_QUANTITY`].
    pub quantity: u32,
}

/// The cart. It lives on the shopper's device: adding needs no network, and
/// every tab of the browser sees the same one.
#[derive(Clone, Copy)]
pub struct Cart {
    entries: Stored<Vec<CartEntry>>,
}

impl Cart {
    /// Makes the cart known to everything below.
    pub fn provide() -> Self {
        let cart = Self { entries: Stored::new("vitrine.cart", Vec::new()) };
        provide_context(cart);
        cart
    }

    /// The cart of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The lines, tracked, in the order in which they came.
    pub fn entries(&self) -> Vec<CartEntry> {
        self.entries.get()
    }

    /// The lines as the contract wants them, tracked.
    pub fn requests(&self) -> Vec<LineRequest> {
        let request =
            |e: &CartEntry| LineRequest { variant: e.variant.clone(), quantity: e.quantity };
        self.entries.with(|entries| entries.iter().map(request).collect())
    }

    /// Pieces in all, tracked.
    pub fn count(&self) -> u32 {
        self.entries.with(|entries| entries.iter().map(|e| e.quantity).sum())
    }

    /// Adds pieces of a variant. Returns whether all of them went in: a line
    /// holds at most [`MAX_QUANTITY`], the cart at most [`CART_LINES_MAX`] lines.
    pub fn add(&self, variant: &VariantId, quantity: u32) -> bool {
        let mut complete = true;
        self.entries.update(|entries| complete = add(entries, variant, quantity));
        complete
    }

    /// Sets the pieces of a line; 0 removes it.
    pub fn set_quantity(&self, variant: &VariantId, quantity: u32) {
        self.entries.update(|entries| {
            if quantity == 0 {
                entries.retain(|e| e.variant != *variant);
            } else if let Some(entry) = entries.iter_mut().find(|e| e.variant == *variant) {
                entry.quantity = quantity.min(MAX_QUANTITY);
            }
        });
    }

    /// Removes a line; what it returns brings it back to its place by [`Cart::restore`].
    pub fn remove(&self, variant: &VariantId) -> Option<(usize, CartEntry)> {
        let mut removed = None;
        self.entries.update(|entries| {
            if let Some(index) = entries.iter().position(|e| e.variant == *variant) {
                removed = Some((index, entries.remove(index)));
            }
        });
        removed
    }

    /// Brings a removed line back.
    pub fn restore(&self, (index, entry): (usize, CartEntry)) {
        self.entries.update(|entries| {
            if entries.iter().all(|e| e.variant != entry.variant) {
                entries.insert(index.min(entries.len()), entry);
            }
        });
    }

    /// Removes just these lines, as after buying them; pieces that another tab
    /// added meanwhile stay.
    pub fn remove_bought(&self, bought: &[LineRequest]) {
        if bought.is_empty() {
            return;
        }
        self.entries.update(|entries| {
            for line in bought {
                if let Some(entry) = entries.iter_mut().find(|e| e.variant == line.variant) {
                    entry.quantity = entry.quantity.saturating_sub(line.quantity);
                }
            }
            entries.retain(|e| e.quantity > 0);
        });
    }
}

fn add(entries: &mut Vec<CartEntry>, variant: &VariantId, quantity: u32) -> bool {
    let full = entries.len() >= CART_LINES_MAX;
    match entries.iter_mut().find(|e| e.variant == *variant) {
        Some(entry) => {
            let wanted = entry.quantity.saturating_add(quantity);
            entry.quantity = wanted.min(MAX_QUANTITY);
            wanted <= MAX_QUANTITY
        }
        None if full || quantity == 0 => false,
        None => {
            let kept = quantity.min(MAX_QUANTITY);
            entries.push(CartEntry { variant: variant.clone(), quantity: kept });
            kept == quantity
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variant_has_one_line_and_lines_are_bounded() {
        let mut entries = Vec::new();
        assert!(add(&mut entries, &"a".into(), 2));
        assert!(add(&mut entries, &"a".into(), 3));
        assert_eq!(entries, [CartEntry { variant: "a".into(), quantity: 5 }]);
        assert!(!add(&mut entries, &"a".into(), MAX_QUANTITY));
        assert_eq!(entries[0].quantity, MAX_QUANTITY);
        for i in 1..CART_LINES_MAX {
            assert!(add(&mut entries, &VariantId(i.to_string()), 1));
        }
        assert!(!add(&mut entries, &"one too many".into(), 1));
        assert_eq!(entries.len(), CART_LINES_MAX);
    }
}
